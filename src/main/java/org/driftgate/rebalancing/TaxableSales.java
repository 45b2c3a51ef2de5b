package org.driftgate.rebalancing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/**
 * What a household sold lately where gains are taxed, and may have sold at a loss: a sale of which no result is reported
 * counts, one with a gain of zero or more does not. An order that is still working is a sale of today.
 */
public final class TaxableSales {

    /** Through this day after a loss was sold nobody in the household buys the security back (IRC §1091(a)). */
    public static final int LOCK_DAYS = WashMatching.WINDOW_DAYS;

    private TaxableSales() {}

    public record Sale(AccountId account, Symbol symbol, LocalDate date) {}

    public static List<Sale> of(Household household, LocalDate day) {
        Stream<Sale> done = household.recentTrades().stream()
                .filter(trade -> trade.side() == Side.SELL && !trade.date().isAfter(day))
                .filter(trade -> trade.gain() == null || trade.gain().isNegative())
                .map(trade -> new Sale(trade.account(), trade.symbol(), trade.date()));
        Stream<Sale> working = household.openOrders().stream()
                .filter(order -> order.side() == Side.SELL)
                .map(order -> new Sale(order.account(), order.symbol(), day));
        Set<AccountId> taxable = taxable(household);
        return Stream.concat(done, working)
                .filter(sale -> taxable.contains(sale.account()))
                .toList();
    }

    private static Set<AccountId> taxable(Household household) {
        return household.accounts().stream()
                .filter(account -> account.registration().gainsAreTaxable())
                .map(Account::id)
                .collect(Collectors.toSet());
    }
}
