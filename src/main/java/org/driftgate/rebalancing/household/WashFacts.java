package org.driftgate.rebalancing.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.RecentTrade;
import org.driftgate.rebalancing.TaxableSales;
import org.driftgate.rebalancing.WashHistory;
import org.driftgate.rebalancing.WashMatching;
import org.driftgate.rebalancing.WashSales;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/**
 * What the household bought and sold in the last 30 days, orders that are still working included: those will be filled
 * inside the window of today's sales. A purchase whose lots are here and may be sold is left to the
 * solver, which sees their date; all others freeze losses. Nobody reports the result of a past sale, so a taxable one
 * counts as a loss when the policy says so.
 */
final class WashFacts {

    private final Household household;
    private final AccountRules rules;
    private final LocalDate day;

    WashFacts(Household household, AccountRules rules, LocalDate day) {
        this.household = household;
        this.rules = rules;
        this.day = day;
    }

    WashHistory history(Book market, boolean lockAfterSales) {
        List<Set<String>> identical = identical(market);
        Set<String> sold = lockAfterSales ? sold() : Set.of();
        return new WashHistory(withIdentical(bought(), identical), withIdentical(sold, identical), identical);
    }

    /** A name that the household neither holds nor may buy still stands for those that it does. */
    private static Set<String> withIdentical(Set<String> symbols, List<Set<String>> identical) {
        if (symbols.isEmpty()) return symbols;
        Set<String> all = new HashSet<>(symbols);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Set<String> pair : identical) grew |= !Collections.disjoint(pair, all) && all.addAll(pair);
        }
        return all;
    }

    /** The declared pairs. */
    private static List<Set<String>> identical(Book market) {
        List<Set<String>> pairs = new ArrayList<>();
        for (Book.Substitute pair : market.substitutes())
            if (pair.substantiallyIdentical())
                pairs.add(Set.of(pair.symbol().value(), pair.substitute().value()));
        return pairs;
    }

    private Set<String> bought() {
        Set<String> bought = new HashSet<>();
        for (RecentTrade trade : household.recentTrades())
            if (trade.side() == Side.BUY && isRecent(trade.date()) && !isHeld(trade))
                bought.add(trade.symbol().value());
        for (Account account : household.accounts()) if (!rules.mayTrade(account)) addRecent(account, bought);
        for (OpenOrder order : household.openOrders())
            if (order.side() == Side.BUY) bought.add(order.symbol().value());
        return bought;
    }

    private void addRecent(Account account, Set<String> bought) {
        account.positions().stream()
                .flatMap(position -> position.lots().stream())
                .filter(lot -> isRecent(lot.acquired()))
                .forEach(lot -> bought.add(lot.symbol().value()));
    }

    private boolean isHeld(RecentTrade trade) {
        return household.accounts().stream()
                .filter(account -> account.id().equals(trade.account()))
                .flatMap(account -> account.positions().stream())
                .filter(position -> position.symbol().equals(trade.symbol()))
                .flatMap(position -> position.lots().stream())
                .map(Lot::acquired)
                .anyMatch(trade.date()::equals);
    }

    /** Securities that a taxable account sold lately. */
    private Set<String> sold() {
        return TaxableSales.of(household, day).stream()
                .filter(sale -> isRecent(sale.date()))
                .map(sale -> sale.symbol().value())
                .collect(Collectors.toSet());
    }

    /** The security itself, or one that the firm declared identical. */
    boolean wasSold(Symbol symbol, Book market) {
        return sold().stream().anyMatch(sold -> WashSales.sameSecurity(market, symbol, new Symbol(sold)));
    }

    private boolean isRecent(LocalDate date) {
        return !date.isAfter(day) && !date.isBefore(day.minusDays(WashMatching.WINDOW_DAYS));
    }
}
