package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.with;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.household.Household;
import org.driftgate.household.Restriction;
import org.driftgate.rebalancing.Measured;
import org.driftgate.rebalancing.Measurement;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.junit.jupiter.api.Test;

/** The measure of trades that somebody else proposes. */
class MeasureHouseholdTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final AccountId A1 = new AccountId("H1-A1");
    private static final Household DRIFTED = household("H1", "60/40", "20000", "SPY", "800", "AGG", "200");

    @Test
    void measuresABuyOfWhatThePolicyWouldNotBuyBesideTheBestThatItAllows() {
        Measured inside = measured(DRIFTED, buy("AGG"));
        Measured outside = measured(DRIFTED, buy("VTI"));

        assertThat(inside.outside()).isEmpty();
        assertThat(outside.outside()).containsExactly("VTI");
        assertThat(measured(DRIFTED, buy("EFA")).outside()).containsExactly("EFA");
        assertThat(outside.objective()).isGreaterThan(inside.objective());
        assertThat(outside.best()).isEqualTo(inside.best());
        assertThat(outside.best().objective()).isLessThanOrEqualTo(outside.objective());
    }

    @Test
    void saysWhatCannotBeMeasured() {
        assertThat(measure(DRIFTED, buy("NOPE")))
                .isEqualTo(new Measurement.Missing(List.of("NOPE has no price in the snapshot")));
        Restriction screen = new Restriction(null, new Symbol("AGG"), Restriction.Kind.NO_BUY, "screen");
        assertThat(measure(with(DRIFTED, screen), buy("AGG")))
                .isEqualTo(new Measurement.Missing(
                        List.of("AGG is not bought in account H1-A1 under the policy: no-buy")));
        Restriction locked = new Restriction(A1, null, Restriction.Kind.LOCKED, "estate");
        assertThat(measure(with(DRIFTED, locked), buy("AGG")))
                .isEqualTo(new Measurement.Missing(List.of("account H1-A1 is not traded under the policy")));
    }

    private static Measured measured(Household household, PlannedTrade trade) {
        Measurement measurement = measure(household, trade);
        assertThat(measurement).isInstanceOf(Measured.class);
        return (Measured) measurement;
    }

    private static Measurement measure(Household household, PlannedTrade trade) {
        return new ProposeHousehold(ProposalPolicy.STANDARD, book(household), TODAY).measure(household, List.of(trade));
    }

    private static PlannedTrade buy(String symbol) {
        return new PlannedTrade(
                1, A1, Side.BUY, new Symbol(symbol), Quantity.shares(100), Price.of("100"), Price.of("101"), List.of());
    }
}
