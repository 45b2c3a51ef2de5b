package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.withPositions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.driftgate.testing.GeneratedBook;
import org.junit.jupiter.api.Test;

/** Over generated households that need no cash: trades never leave them further from their targets. */
class KeptDriftTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final int HOUSEHOLDS = Integer.getInteger("households", 10_000) / 10;
    /** What whole shares may add. */
    private static final Weight A_SHARE = Weight.of("0.0005");

    private final Book book = GeneratedBook.of(17, HOUSEHOLDS, 3);

    @Test
    void endsNoFurtherFromTheTargetsOrTradesNothing() {
        for (String policy : List.of("{}", "harvest: {on-its-own: true}", "location: {taxable: {US Equity: 0.2}}")) {
            List<ProposedHousehold> proposed = book.households().stream()
                    .map(KeptDriftTest::withoutNeeds)
                    .map(proposals(policy)::propose)
                    .toList();
            assertThat(proposed).filteredOn(one -> one.status() == Status.OK).isNotEmpty();
            assertThat(proposed).allSatisfy(KeptDriftTest::keepsDrift);
        }
    }

    /** With drift almost free every loss pays; that of the stock goes to its substitute, that of the bond has none. */
    @Test
    void harvestsWhatKeepsTheDriftAndLeavesTheRest() {
        ProposedHousehold proposed = losing("150", "130");
        assertThat(proposed.status()).isEqualTo(Status.OK);
        keepsDrift(proposed);
        assertThat(Objects.requireNonNull(proposed.rebalancing()).trades())
                .anyMatch(trade -> trade.side() == Side.SELL && trade.symbol().equals("SPY"))
                .anyMatch(trade -> trade.side() == Side.BUY && trade.symbol().equals("VTI"));
    }

    @Test
    void showsTheHouseholdAsItStandsWhereNothingHelps() {
        ProposedHousehold proposed = losing("50", "130");
        assertThat(proposed.status()).isEqualTo(Status.NO_TRADE);
        assertThat(Objects.requireNonNull(proposed.rebalancing()).trades()).isEmpty();
        assertThat(proposed.rebalancing().gap()).isCloseTo(0, within(1e-6));
    }

    private ProposedHousehold losing(String stockCost, String bondCost) {
        Household household = household(
                "H1",
                "60/40",
                withPositions(
                        account("H1-A1", "0"), position("SPY", "600", stockCost), position("AGG", "400", bondCost)));
        return proposals("""
                drift: {price: 0.001, security-price: 0}
                harvest: {on-its-own: true}
                tax: {gain-budget: OFF}
                """).propose(household);
    }

    private static Position position(String symbol, String shares, String cost) {
        Lot lot = new Lot(
                new LotId(symbol + "-1"),
                new Symbol(symbol),
                Quantity.shares(shares),
                Price.of(cost),
                LocalDate.parse("2020-03-02"));
        return new Position(new Symbol(symbol), Quantity.shares(shares), List.of(lot));
    }

    private static void keepsDrift(ProposedHousehold proposed) {
        if (proposed.rebalancing() == null) return;
        Weight before = Objects.requireNonNull(proposed.drift()).totalDrift();
        assertThat(proposed.driftAfter().minus(before)).as(proposed.reason()).isLessThanOrEqualTo(A_SHARE);
        boolean trades = !proposed.rebalancing().trades().isEmpty();
        assertThat(trades).as(proposed.reason()).isEqualTo(proposed.status() == Status.OK);
    }

    private ProposeHousehold proposals(String policy) {
        Map<?, ?> keys = new org.yaml.snakeyaml.Yaml().load(policy);
        return new ProposeHousehold(((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy(), book, DAY);
    }

    private static Household withoutNeeds(Household household) {
        return new Household(
                household.id(),
                household.name(),
                household.adviser(),
                household.adviserEmail(),
                household.recipients(),
                household.model(),
                household.approvalMode(),
                household.lifeEvent(),
                household.unreconciled(),
                household.accounts(),
                household.taxUnits(),
                List.of(),
                household.restrictions(),
                household.recentTrades(),
                household.openOrders());
    }
}
