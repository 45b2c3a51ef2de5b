package org.driftgate.rebalancing;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.household.Account;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;

/**
 * The cash of one account after trades, sales at the estimated price. {@code expected} pays for buys at the estimated
 * price, {@code atCollar} at their limit. {@code need} is what withdrawals and required
 * distributions due by a day will take.
 */
public record CashAfter(AccountId account, Money before, Money expected, Money atCollar, Money need, boolean buys) {

    public static List<CashAfter> of(Household household, List<PlannedTrade> trades, LocalDate needsUntil) {
        return household.accounts().stream()
                .map(account -> ofAccount(
                        account,
                        need(household, account.id(), needsUntil),
                        trades.stream()
                                .filter(trade -> trade.account().equals(account.id()))
                                .toList()))
                .toList();
    }

    /** What is missing for the need when buys fill at their limit; zero when nothing is. */
    public Money shortfallAtCollar() {
        return need.minus(atCollar).max(Money.ZERO);
    }

    /** What is missing for the need when everything fills at the estimated price. */
    public Money shortfall() {
        return need.minus(expected).max(Money.ZERO);
    }

    private static CashAfter ofAccount(Account account, Money need, List<PlannedTrade> trades) {
        Money expected = account.cash();
        Money atCollar = account.cash();
        boolean buys = false;
        for (PlannedTrade trade : trades) {
            expected = trade.isSale() ? expected.plus(trade.amount()) : expected.minus(trade.amount());
            Money worst = trade.quantity().at(trade.limit());
            atCollar = trade.isSale() ? atCollar.plus(trade.amount()) : atCollar.minus(worst);
            buys |= !trade.isSale();
        }
        return new CashAfter(account.id(), account.cash(), expected, atCollar, need, buys);
    }

    private static Money need(Household household, AccountId account, LocalDate until) {
        return household.cashNeeds().stream()
                .filter(need -> need.account().equals(account))
                .filter(need -> need.kind() != CashNeed.Kind.CONTRIBUTION)
                .filter(need -> !need.due().isAfter(until))
                .map(CashNeed::amount)
                .reduce(Money.ZERO, Money::plus);
    }
}
