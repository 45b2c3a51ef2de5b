package org.driftgate.rebalancing.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.rebalancing.TaxableSales;
import org.driftgate.rebalancing.UnseenPurchases;
import org.driftgate.rebalancing.WashHistory;
import org.driftgate.rebalancing.WashMatching;
import org.driftgate.shared.Symbol;

/**
 * What the household bought and sold in the last 30 days, orders that are still working included. A purchase whose lots are
 * here is left to the solver, which sees their date; all others freeze losses. A taxable sale of which nobody reports a gain
 * counts as a loss when the policy says so.
 */
final class WashFacts {

    private final Household household;
    private final LocalDate day;

    WashFacts(Household household, LocalDate day) {
        this.household = household;
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
        return UnseenPurchases.of(household, day).stream().map(Symbol::value).collect(Collectors.toSet());
    }

    /** Securities that a taxable account sold lately, perhaps at a loss. */
    private Set<String> sold() {
        return TaxableSales.of(household, day).stream()
                .filter(sale -> isRecent(sale.date()))
                .map(sale -> sale.symbol().value())
                .collect(Collectors.toSet());
    }

    /** The security itself, or one that the firm declared identical. */
    boolean wasSold(Symbol symbol, Book market) {
        Set<String> sold = sold();
        return !sold.isEmpty() && withIdentical(sold, identical(market)).contains(symbol.value());
    }

    private boolean isRecent(LocalDate date) {
        return WashMatching.isInWindow(day, date);
    }
}
