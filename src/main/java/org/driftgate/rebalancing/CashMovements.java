package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.List;

/** Money that comes to and is called from a household's accounts beside their fixed needs. */
public record CashMovements(List<CashCall> calls, List<Contribution> contributions) {

    public static final CashMovements NONE = new CashMovements(List.of(), List.of());

    public CashMovements {
        calls = List.copyOf(calls);
        contributions = List.copyOf(contributions);
    }

    /** Money paid in and not in the account's cash figure; it counts and buys only once it is posted. In dollars. */
    public record Contribution(String account, BigDecimal amount, boolean posted) {}

    /** What is posted to an account. */
    BigDecimal postedTo(String account) {
        BigDecimal posted = BigDecimal.ZERO;
        for (Contribution one : contributions)
            if (one.posted() && one.account().equals(account)) posted = posted.add(one.amount());
        return posted;
    }
}
