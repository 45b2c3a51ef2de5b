package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.withPositions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.rebalancing.LotSale;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.ReasonCode;
import org.driftgate.rebalancing.Rebalancing;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.junit.jupiter.api.Test;

/** A household at its target whose lot of 100 SPY has lost 8,000 dollars, under a policy that harvests on its own. */
class ReplacementTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final Household LOSING = household(
            "H1",
            "60/40",
            withPositions(
                    account("H1-A1", "0"),
                    position("SPY", lot("LOSS", "SPY", "100", "180"), lot("EVEN", "SPY", "500", "100")),
                    position("AGG", lot("BOND", "AGG", "400", "100"))));

    @Test
    void harvestsALossOfEightThousandIntoItsReplacement() {
        Rebalancing answer = propose(book(), "{}");

        assertThat(answer.lotSales())
                .filteredOn(sale -> sale.lot().equals("LOSS"))
                .singleElement()
                .satisfies(sale -> {
                    assertThat(sale.gain()).isEqualByComparingTo("-8000");
                    assertThat(sale.disallowed()).isEqualByComparingTo("0");
                });
        assertThat(codes(answer, Side.SELL, "SPY")).contains(ReasonCode.HARVEST);
        assertThat(codes(answer, Side.BUY, "VTI")).contains(ReasonCode.REPLACES_HARVEST);
    }

    @Test
    void buysNoReplacementThatIsDeclaredIdentical() {
        Rebalancing answer = propose(declaring(true), "{}");

        assertThat(answer.trades())
                .noneMatch(trade ->
                        trade.side() == Side.BUY && List.of("VTI", "SPY").contains(trade.symbol()));
        assertThat(propose(declaring(false), "{}").trades())
                .as("the same pair, not identical")
                .anyMatch(trade -> trade.side() == Side.BUY && trade.symbol().equals("VTI"));
    }

    @Test
    void leavesALossBelowTheThresholdsOfThePolicyAlone() {
        assertThat(propose(book(), "{loss-dollars: 8000.01}").lotSales()).isEmpty();
        assertThat(propose(book(), "{loss-share: 0.45}").lotSales()).isEmpty();
        assertThat(propose(book(), "{loss-dollars: 8000, loss-share: 0.44}").lotSales())
                .extracting(LotSale::lot)
                .contains("LOSS");
    }

    private static List<ReasonCode> codes(Rebalancing answer, Side side, String symbol) {
        return answer.trades().stream()
                .filter(trade -> trade.side() == side && trade.symbol().equals(symbol))
                .map(ProposedTrade::reason)
                .flatMap(reason -> reason.codes().stream())
                .toList();
    }

    private static Book declaring(boolean identical) {
        Book plain = book();
        return new Book(
                plain.securities(),
                plain.models(),
                List.of(new Book.Substitute(new Symbol("SPY"), new Symbol("VTI"), identical)),
                List.of());
    }

    private static Rebalancing propose(Book market, String harvest) {
        Map<?, ?> keys = new org.yaml.snakeyaml.Yaml()
                .load("{harvest: %s}".formatted(harvest.replaceFirst("\\{", "{on-its-own: true, ")));
        var policy = ((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy();
        ProposedHousehold proposed = new ProposeHousehold(policy, market, TODAY).propose(LOSING);
        return Objects.requireNonNull(proposed.rebalancing());
    }

    private static Position position(String symbol, Lot... lots) {
        BigDecimal shares =
                List.of(lots).stream().map(lot -> lot.quantity().shares()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Position(new Symbol(symbol), Quantity.shares(shares.toPlainString()), List.of(lots));
    }

    private static Lot lot(String id, String symbol, String shares, String cost) {
        return new Lot(
                new LotId(id),
                new Symbol(symbol),
                Quantity.shares(shares),
                Price.of(cost),
                LocalDate.parse("2020-03-02"));
    }
}
