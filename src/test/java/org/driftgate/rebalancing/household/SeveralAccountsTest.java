package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftgate.household.Account;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Registration;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Side;
import org.driftgate.shared.Weight;
import org.junit.jupiter.api.Test;

/** What the accounts of a household do for one another under the defaults of the policy. */
class SeveralAccountsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    /** 60/40 together: the taxable account is all stocks, the IRA all bonds, the custodial account has both. */
    @Test
    void meetsTheTargetTogetherAlthoughNoAccountMeetsItAlone() {
        Household apart = household(
                "H1",
                "60/40",
                account("H1-A1", "0", "SPY", "500"),
                registered(account("H1-A2", "0", "AGG", "350"), Registration.IRA),
                registered(account("H1-A3", "0", "SPY", "100", "AGG", "50"), Registration.TRUST));

        ProposedHousehold together = propose(apart);

        assertThat(together.status()).isEqualTo(Status.NO_TRADE);
        assertThat(together.driftAfter()).isEqualTo(Weight.ZERO);
        for (Account one : apart.accounts())
            assertThat(propose(household("H1", "60/40", one)).drift())
                    .as("%s alone", one.id())
                    .satisfies(alone ->
                            assertThat(Objects.requireNonNull(alone).outside()).isTrue());
    }

    /** All three hold too much of the same; what costs no tax is sold, and the household as a whole comes back. */
    @Test
    void tradesOverThreeKindsOfAccountTowardsOneTarget() {
        Household drifted = household(
                "H1",
                "60/40",
                account("H1-A1", "0", "SPY", "400"),
                registered(account("H1-A2", "0", "SPY", "200", "AGG", "100"), Registration.IRA),
                registered(account("H1-A3", "0", "SPY", "150", "AGG", "150"), Registration.TRUST));

        ProposedHousehold proposed = propose(drifted);

        assertThat(Objects.requireNonNull(proposed.drift()).totalDrift()).isEqualTo(Weight.percent("15"));
        assertThat(proposed.driftAfter()).isLessThanOrEqualTo(Weight.percent("2.6"));
        assertThat(trades(proposed))
                .isNotEmpty()
                .allMatch(trade -> trade.account().equals("H1-A2"));
    }

    /** 40 of 100 must go to bonds and the IRA has room for all of them. */
    @Test
    void buysBondsWhereTheirInterestIsNotTaxed() {
        Household cash = household(
                "H1",
                "60/40",
                account("H1-A1", "20000", "SPY", "400"),
                registered(account("H1-A2", "40000"), Registration.IRA));

        List<ProposedTrade> trades = trades(propose(cash));

        assertThat(bought(trades, "AGG")).containsOnlyKeys("H1-A2");
        assertThat(bought(trades, "AGG").get("H1-A2")).isGreaterThan(new BigDecimal("36000"));
        assertThat(bought(trades, "SPY")).containsKey("H1-A1");
    }

    /** Where the IRA is too small for all bonds the rest is bought in the taxable account. */
    @Test
    void buysTheRestOfTheBondsWhereThereIsRoom() {
        Household cash = household(
                "H1",
                "60/40",
                account("H1-A1", "40000", "SPY", "400"),
                registered(account("H1-A2", "20000"), Registration.IRA));

        List<ProposedTrade> trades = trades(propose(cash));

        assertThat(bought(trades, "AGG")).containsOnlyKeys("H1-A1", "H1-A2");
        assertThat(bought(trades, "AGG").get("H1-A2")).isGreaterThan(new BigDecimal("19000"));
        assertThat(bought(trades, "SPY")).containsOnlyKeys("H1-A1");
    }

    @Test
    void keepsCashForAWithdrawalBeforeItBuysAnything() {
        Household cash = household("H1", "60/40", account("H1-A1", "30000", "SPY", "500", "AGG", "200"));
        var withdrawal =
                new CashNeed(new AccountId("H1-A1"), CashNeed.Kind.WITHDRAWAL, Money.usd("25000"), TODAY.plusDays(60));
        var later =
                new CashNeed(new AccountId("H1-A1"), CashNeed.Kind.WITHDRAWAL, Money.usd("25000"), TODAY.plusDays(61));

        BigDecimal without = spent(propose(cash));
        BigDecimal keeping = spent(propose(with(cash, withdrawal)));

        assertThat(without).isGreaterThan(new BigDecimal("20000"));
        assertThat(keeping).isLessThanOrEqualTo(new BigDecimal("5000"));
        assertThat(spent(propose(with(cash, later)))).as("a day later").isEqualByComparingTo(without);
    }

    /** What purchases take beyond what sales bring. */
    private static BigDecimal spent(ProposedHousehold proposed) {
        if (proposed.status() == Status.NO_TRADE) return BigDecimal.ZERO;
        return trades(proposed).stream()
                .map(trade -> trade.side() == Side.BUY
                        ? trade.amount()
                        : trade.amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, BigDecimal> bought(List<ProposedTrade> trades, String symbol) {
        return trades.stream()
                .filter(trade -> trade.side() == Side.BUY && trade.symbol().equals(symbol))
                .collect(java.util.stream.Collectors.toMap(ProposedTrade::account, ProposedTrade::amount));
    }

    private static List<ProposedTrade> trades(ProposedHousehold proposed) {
        assertThat(proposed.status()).as(proposed.reason()).isEqualTo(Status.OK);
        return Objects.requireNonNull(proposed.rebalancing()).trades();
    }

    private static ProposedHousehold propose(Household household) {
        return new ProposeHousehold(ProposalPolicy.STANDARD, book(), TODAY).propose(household);
    }

    private static Account registered(Account a, Registration registration) {
        return new Account(
                a.id(),
                a.taxUnit(),
                a.owner(),
                a.ownerBirthDate(),
                registration,
                a.custodian(),
                a.status(),
                a.discretionary(),
                a.heldAway(),
                a.cash(),
                a.settledCash(),
                a.positions());
    }
}
