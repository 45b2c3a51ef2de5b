package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeReasonsTest {

    private final HouseholdOnPaper paper = new HouseholdOnPaper();

    @Test
    void saysWhyTheFirstWorkedExampleSells() {
        firstExample();
        TradeReason reason = sale(Rebalancer.rebalance(paper.request())).reason();
        assertThat(reason.codes()).containsExactly(ReasonCode.OVERWEIGHT, ReasonCode.FUNDS_BUY);
        assertThat(reason.cashPrice()).isCloseTo(0.1195, within(1e-6));
        assertThat(reason.holdingPrice()).isCloseTo(0, within(1e-6));
        assertThat(reason.saving()).isCloseTo(0, within(1e-6));
        assertThat(reason.sentence())
                .isEqualTo("Sells 8,000 STOCK of lots 2020-01-02, 2020-01-02 for $8,000.00: "
                        + "long-term tax $737.80 and cost $4.00, against drift priced at $1,050.00.");
        assertThat(reason.alternative()).isEqualTo("lot c of STOCK in A would have cost $357.00 more");
        assertThat(reason.flip())
                .isEqualTo("less would be sold if the price of its gain exceeded 0.1490 per dollar; it is 0.1190, "
                        + "as it would at $1.34 a share");
        assertThat(reason.shortTax()).isEqualByComparingTo("0");
        assertThat(reason.longTax()).isEqualByComparingTo("737.80");
        assertThat(reason.worth()).contains("cash in this account is worth 11.95 cents", "its last dollar saves 0.00");
        assertThat(reason.inFull()).startsWith(reason.sentence()).contains(reason.alternative(), reason.turning());
    }

    @Test
    void namesWhatThePriceOfALotHoldsBesideTax() {
        firstExample();
        paper.budget = new BigDecimal("2000");
        assertThat(sale(Rebalancer.rebalance(paper.request())).reason().flip())
                .startsWith("less would be sold if the price of its gain and of the gains budget exceeded the ");
    }

    @Test
    void namesWhatTheCustodianWouldHaveSold() {
        firstExample();
        paper.lot("A", "0old", "STOCK", "1000", "0.9");
        ProposedTrade sale = sale(Rebalancer.rebalance(paper.request()));
        // First in, first out, by id among lots of one day: 1,000 of 0old, 5,000 of a, the rest of b.
        BigDecimal gain = new BigDecimal("900")
                .add(new BigDecimal("2500"))
                .add(sale.quantity().subtract(new BigDecimal("6000")).multiply(new BigDecimal("0.2")));
        assertThat(sale.reason().defaultTaxDifference())
                .isPositive()
                .isCloseTo(
                        gain.subtract(sale.longGain()).multiply(new BigDecimal("0.238")),
                        within(new BigDecimal("0.01")));
    }

    /** A marginal price is no tax: 100,000 of losses carried into the year take every gain of either choice. */
    @Test
    void saysNoTaxOfADefaultThatNettingLeavesUntaxed() {
        firstExample();
        paper.lot("A", "0old", "STOCK", "1000", "0.9");
        paper.shortSoFar = "-100000";

        TradeReason reason = sale(Rebalancer.rebalance(paper.request())).reason();

        assertThat(reason.tax()).isEqualByComparingTo("0");
        assertThat(reason.defaultTaxDifference()).isEqualByComparingTo("0");
    }

    @Test
    void sharesOutTheTaxOfASaleByTerm() {
        paper.account("A", true, "0", "8000", "0")
                .lot("A", "young", "STOCK", "4000", "0.5", HouseholdOnPaper.DAY.minusDays(100), null)
                .lot("A", "old", "STOCK", "6000", "0.5")
                .security("STOCK", "EQ")
                .assetClass("EQ", "0", "1", null);

        TradeReason reason = sale(Rebalancer.rebalance(paper.request())).reason();

        assertThat(reason.shortTax()).isEqualByComparingTo("408.00");
        assertThat(reason.longTax()).isEqualByComparingTo("714.00");
        assertThat(reason.sentence()).contains("tax $1,122.00 ($408.00 short-term, $714.00 long-term)");
    }

    /** The stated price is where the answer changes: a little above it the trade stands, a little below it shrinks. */
    @ParameterizedTest
    @CsvSource({"EQ, SELL", "FI, BUY"})
    void namesThePriceOfDriftBelowWhichATradeWouldStop(String priced, Side side) {
        ProposedTrade trade = trade(drifted(priced, "0.15"), side);
        String flip = trade.reason().flip();
        BigDecimal limit = new BigDecimal(flip.substring(flip.lastIndexOf(' ') + 1));
        assertThat(flip).contains("; or if a dollar of its drift were priced below ");

        BigDecimal above = trade(
                        drifted(priced, limit.add(new BigDecimal("0.0002")).toString()), side)
                .quantity();
        BigDecimal below = trade(
                        drifted(priced, limit.subtract(new BigDecimal("0.0002")).toString()), side)
                .quantity();

        assertThat(above).as(flip).isEqualByComparingTo(trade.quantity());
        assertThat(below).as(flip).isLessThan(trade.quantity());
    }

    /** Only one of the two classes is outside its band; to leave it there costs {@code price} per dollar. */
    private static Rebalancing drifted(String priced, String price) {
        boolean equity = priced.equals("EQ");
        var paper = new HouseholdOnPaper();
        return Rebalancer.rebalance(paper.account("A", true, "0", "0", "0")
                .lot("A", "a", "STOCK", "5000", "0.5")
                .lot("A", "b", "STOCK", "3000", "0.2")
                .lot("A", "c", "STOCK", "62000", "0.8")
                .lot("A", "d", "BOND", "30000", "0")
                .security("STOCK", "EQ")
                .security("BOND", "FI")
                .assetClass("EQ", equity ? "0.57" : "0", equity ? "0.63" : "1", equity ? price : "0.15")
                .assetClass("FI", equity ? "0" : "0.38", equity ? "1" : "0.42", equity ? "0.15" : price)
                .request());
    }

    private static ProposedTrade trade(Rebalancing answer, Side side) {
        return answer.trades().stream()
                .filter(trade -> trade.side() == side)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void givesEveryTradeAReasonAndSharesOutTheNettedTaxToTheCent() {
        for (int seed = 0; seed < 200; seed++) {
            Rebalancing answer = Rebalancer.rebalance(RandomHousehold.of(new Random(seed), false));
            BigDecimal shared = answer.trades().stream()
                    .map(trade -> trade.reason().tax())
                    .reduce(new BigDecimal("0.00"), BigDecimal::add);
            boolean sells = answer.trades().stream().anyMatch(trade -> trade.side() == Side.SELL);
            if (sells && answer.nettedTax().signum() > 0)
                assertThat(shared).as("seed %d", seed).isEqualByComparingTo(answer.nettedTax());
            assertThat(answer.trades())
                    .allSatisfy(trade -> assertThat(trade.reason().codes()).isNotEmpty());
        }
    }

    @Test
    void beatsTheYardstick() {
        for (int seed = 0; seed < 200; seed++) {
            Rebalancing answer = Rebalancer.rebalance(RandomHousehold.of(new Random(seed), false));
            assertThat(answer.objective()).as("seed %d", seed).isLessThanOrEqualTo(answer.greedyObjective() + 0.01);
        }
    }

    private static ProposedTrade sale(Rebalancing answer) {
        return trade(answer, Side.SELL);
    }

    private void firstExample() {
        paper.account("A", true, "0", "0", "0")
                .lot("A", "a", "STOCK", "5000", "0.5")
                .lot("A", "b", "STOCK", "3000", "0.2")
                .lot("A", "c", "STOCK", "62000", "0.8")
                .lot("A", "d", "BOND", "30000", "0")
                .security("STOCK", "EQ")
                .security("BOND", "FI")
                .assetClass("EQ", "0.57", "0.63", "0.15")
                .assetClass("FI", "0.38", "0.42", "0.15");
    }
}
