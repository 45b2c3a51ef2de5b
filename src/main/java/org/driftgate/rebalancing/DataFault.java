package org.driftgate.rebalancing;

import org.driftgate.rebalancing.InvalidHousehold.Reason;
import org.jspecify.annotations.Nullable;

/** What is wrong in the data of a household: the rule broken, where, which field, and its value. */
public record DataFault(
        Reason rule, @Nullable String account, @Nullable String symbol, String field, String value) {

    /** In words, without a full stop. */
    public String sentence() {
        String where = (account == null ? "" : " in account " + account) + (symbol == null ? "" : " of " + symbol);
        return "%s: %s%s is %s".formatted(rule, field, where, value);
    }
}
