package org.driftgate.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.at;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.with;
import static org.driftgate.testing.PortfolioFixtures.withStatus;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SetAsideAccountsTest {

    private static final AccountId FIRST = new AccountId("H1-A1");
    private final SetAsideAccounts accounts = new SetAsideAccounts(Set.of("Schwab"));

    static Stream<Arguments> blocked() {
        Account plain = account("H1-A1", "1", "SPY", "1");
        Account other = account("H1-A2", "1", "SPY", "1");
        return Stream.of(
                arguments(household("H1", "60/40", at(plain, "schwab", true), other), "held away"),
                arguments(
                        household("H1", "60/40", withStatus(plain, AccountStatus.FROZEN), other),
                        "the account is frozen"),
                arguments(
                        household("H1", "60/40", withStatus(plain, AccountStatus.DECEASED), other),
                        "the owner is deceased"),
                arguments(
                        household("H1", "60/40", withStatus(plain, AccountStatus.TRANSFERRING), other),
                        "the account is being transferred"),
                arguments(
                        household("H1", "60/40", withStatus(plain, AccountStatus.TERMINATING), other),
                        "the account is being closed"),
                arguments(
                        household("H1", "60/40", withStatus(plain, AccountStatus.CORPORATE_ACTION), other),
                        "a corporate action is pending"),
                arguments(
                        with(
                                household("H1", "60/40", plain, other),
                                new Restriction(FIRST, null, Restriction.Kind.LOCKED, "pending transfer")),
                        "locked: pending transfer"),
                arguments(
                        with(
                                household("H1", "60/40", plain, other),
                                new OpenOrder(
                                        FIRST,
                                        new Symbol("EEM"),
                                        Side.SELL,
                                        Quantity.shares(6),
                                        LocalDate.parse("2026-11-19"))),
                        "somebody else's order is working: sell 6 EEM"),
                arguments(
                        household("H1", "60/40", at(plain, "fidelity", false), other),
                        "no route to custodian fidelity"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("blocked")
    void setsABlockedAccountAsideWithItsReason(Household household, String reason) {
        var division = accounts.of(household);

        assertThat(division.setAside()).singleElement().satisfies(setAside -> {
            assertThat(setAside.account().id()).isEqualTo(FIRST);
            assertThat(setAside.reason()).isEqualTo(reason);
        });
        assertThat(division.tradable()).extracting(Account::id).containsExactly(new AccountId("H1-A2"));
    }

    @Test
    void letsAnAccountTradeWithALockOnOneSecurity() {
        Household household = with(
                household("H1", "60/40", "1", "SPY", "1"),
                new Restriction(FIRST, new Symbol("SPY"), Restriction.Kind.LOCKED, "collateral"),
                new Restriction(FIRST, null, Restriction.Kind.NO_SELL, "gains"));

        assertThat(accounts.of(household).setAside()).isEmpty();
    }

    @Test
    void setsEveryAccountOfALockedHouseholdAside() {
        Household household = with(
                household("H1", "60/40", account("H1-A1", "1"), account("H1-A2", "1")),
                new Restriction(null, null, Restriction.Kind.LOCKED, "court order"));

        assertThat(accounts.of(household).tradable()).isEmpty();
        assertThat(accounts.of(household).setAside()).hasSize(2);
    }
}
