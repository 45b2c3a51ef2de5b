package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to turn a trade around does so, and nothing short of it. */
class FlipTextTest {

    private static final Pattern SALE = Pattern.compile("exceeded (-?[0-9.]+) per dollar; it is (-?[0-9.]+)");
    private static final Pattern PURCHASE = Pattern.compile("more than (-?[0-9.]+) per dollar; it costs (-?[0-9.]+)");

    /** The gain of the dearest lot sold goes to just below and just above the limit; the price of a gain is 0.238. */
    @ParameterizedTest
    @CsvSource({"0.15, 0.5", "0.2, 0.5", "0.1, 0.3", "0.02, 0"})
    void namesThePriceOfAGainAboveWhichLessIsSold(String drift, String gain) {
        ProposedTrade sale = sale(stocks(drift, gain));
        double limit = number(SALE, sale.reason().flip(), 1);

        Rebalancing below = stocks(drift, share(limit - 0.0002));
        Rebalancing above = stocks(drift, share(limit + 0.0002));

        assertThat(sale(below).quantity()).as(sale.reason().flip()).isEqualByComparingTo(sale.quantity());
        assertThat(sold("a", above)).as(sale.reason().flip()).isLessThan(sold("a", below));
    }

    /** Drag that a sale ends is no part of the gain's price. */
    @Test
    void countsWhatASaleEarnsBesideTheGain() {
        Rebalancing answer = dragged("0.01", null, "0.01");
        String flip = sale(answer).reason().flip();
        double limit = number(SALE, flip, 1);

        assertThat(number(SALE, flip, 2)).isEqualTo(0.0024);
        assertThat(sale(dragged("0.01", null, share(limit - 0.0002))).quantity())
                .as(flip)
                .isEqualByComparingTo(sale(answer).quantity());
        assertThat(sold("a", dragged("0.01", null, share(limit + 0.0002))))
                .as(flip)
                .isLessThan(sold("a", answer));
    }

    /** A limit on the whole plan takes all that the last dollar saves. */
    @Test
    void namesTheLimitThatStopsASale() {
        assertThat(sale(dragged("0", new BigDecimal("0.02"), "0.01")).reason().flip())
                .startsWith("less would be sold if the price of its gain and of the turnover limit exceeded the ");
    }

    /** Cost goes both ways, so half of what it may rise by falls on the purchase. */
    @Test
    void namesTheCostAboveWhichLessIsBought() {
        String flip = trade(costing("0.0005"), Side.BUY).reason().flip();
        double room = number(PURCHASE, flip, 1) - number(PURCHASE, flip, 2);
        String below = Double.toString(0.0005 + room / 2 - 0.0002);
        String above = Double.toString(0.0005 + room / 2 + 0.0002);

        BigDecimal bought = trade(costing("0.0005"), Side.BUY).amount();
        assertThat(trade(costing(below), Side.BUY).amount()).as(flip).isEqualByComparingTo(bought);
        assertThat(trade(costing(above), Side.BUY).amount()).as(flip).isLessThan(bought);
    }

    @Test
    void namesTheSharePriceAtWhichTheGainWouldCostAsMuch() {
        String flip = sale(stocks("0.15", "0.5")).reason().flip();

        // 0.238 of 1 - 0.5 / x is 0.149 at x = 1.337
        assertThat(flip).endsWith("exceeded 0.1490 per dollar; it is 0.1190, as it would at $1.34 a share");
    }

    @Test
    void saysThatNoPriceStopsWhatANeedAsksFor() {
        Rebalancing answer = Rebalancer.rebalance(new HouseholdOnPaper()
                .account("A", true, "0", "5000", "0")
                .lot("A", "a", "STOCK", "50000", "0.5")
                .security("STOCK", "EQ")
                .assetClass("EQ", "0", "1", null)
                .request());

        assertThat(sale(answer).reason().flip())
                .isEqualTo("no price would turn it around: a need, a reserve or a hard band asks for it");
    }

    /** Whole shares, minimums, limits and cleared lots included. */
    @Test
    void neverNamesALimitThatThePriceHasPassed() {
        int limits = 0;
        int others = 0;
        for (int seed = 0; seed < 600; seed++) {
            for (ProposedTrade trade :
                    Rebalancer.rebalance(RandomConstraints.of(seed)).trades()) {
                String flip = trade.reason().flip();
                Matcher found = (trade.side() == Side.SELL ? SALE : PURCHASE).matcher(flip);
                if (!found.find()) {
                    assertThat(flip).as("seed %d", seed).matches("(?s).*(by itself|of today|no price|selling cost).*");
                    others++;
                    continue;
                }
                limits++;
                assertThat(Double.parseDouble(found.group(1)))
                        .as("seed %d: %s", seed, flip)
                        .isGreaterThan(Double.parseDouble(found.group(2)));
            }
        }
        assertThat(limits).isGreaterThan(1000);
        assertThat(others).isGreaterThan(100);
    }

    private static Rebalancing stocks(String drift, String gain) {
        return Rebalancer.rebalance(paper(drift, gain, "0.0005").request());
    }

    private static Rebalancing costing(String cost) {
        return Rebalancer.rebalance(paper("0.15", "0.2", cost).request());
    }

    private static HouseholdOnPaper paper(String drift, String gain, String cost) {
        var paper = new HouseholdOnPaper();
        paper.cost = cost;
        return paper.account("A", true, "0", "0", "0")
                .lot("A", "a", "STOCK", "5000", gain)
                .lot("A", "b", "STOCK", "3000", "0.2")
                .lot("A", "c", "STOCK", "62000", "0.8")
                .lot("A", "d", "BOND", "30000", "0")
                .security("STOCK", "EQ")
                .security("BOND", "FI")
                .assetClass("EQ", "0.57", "0.63", drift)
                .assetClass("FI", "0.38", "0.42", drift);
    }

    private static Rebalancing dragged(String drag, BigDecimal turnover, String gain) {
        var paper = new HouseholdOnPaper()
                .account("A", true, "0", "0", "0", Map.of("EQ", new BigDecimal(drag)))
                .lot("A", "a", "STOCK", "70000", gain)
                .lot("A", "b", "BOND", "30000", "0")
                .security("STOCK", "EQ")
                .security("BOND", "FI")
                .assetClass("EQ", "0.6", "0.6", "0.004")
                .assetClass("FI", "0.4", "0.4", "0.004");
        paper.policy = PolicyDraft.of(paper.policy)
                .limits(RebalancingLimits.NONE.withTurnover(turnover))
                .done();
        return Rebalancer.rebalance(paper.request());
    }

    private static String share(double price) {
        return Double.toString(price / 0.238);
    }

    private static double number(Pattern pattern, String flip, int group) {
        Matcher found = pattern.matcher(flip);
        assertThat(found.find()).as(flip).isTrue();
        return Double.parseDouble(found.group(group));
    }

    private static BigDecimal sold(String lot, Rebalancing answer) {
        return answer.lotSales().stream()
                .filter(part -> part.lot().equals(lot))
                .map(LotSale::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ProposedTrade sale(Rebalancing answer) {
        return trade(answer, Side.SELL);
    }

    private static ProposedTrade trade(Rebalancing answer, Side side) {
        return answer.trades().stream()
                .filter(trade -> trade.side() == side)
                .findFirst()
                .orElseThrow();
    }
}
