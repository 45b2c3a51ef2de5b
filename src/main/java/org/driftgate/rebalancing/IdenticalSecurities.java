package org.driftgate.rebalancing;

import java.util.HashMap;
import java.util.Map;
import org.driftgate.household.Book;
import org.driftgate.shared.Symbol;

/** Securities that the firm declared substantially identical, directly or through another, share a group. */
final class IdenticalSecurities {

    private final Map<Symbol, Symbol> groups = new HashMap<>();

    IdenticalSecurities(Book market) {
        for (Book.Substitute pair : market.substitutes())
            if (pair.substantiallyIdentical()) join(group(pair.symbol()), group(pair.substitute()));
    }

    /** One member stands for all; a security that is identical to none stands for itself. */
    Symbol group(Symbol symbol) {
        return groups.getOrDefault(symbol, symbol);
    }

    boolean areSame(Symbol one, Symbol other) {
        return group(one).equals(group(other));
    }

    private void join(Symbol one, Symbol other) {
        groups.replaceAll((member, group) -> group.equals(other) ? one : group);
        groups.put(one, one);
        groups.put(other, one);
    }
}
