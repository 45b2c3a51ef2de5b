package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * An account as the rebalancer sees it, money in dollars. {@code tradable} is false for held-away accounts and for
 * states in which nothing may trade: it counts in the weights only. {@code need} leaves the account inside the horizon,
 * {@code reserve} must stay; {@code drag} is the yearly tax cost per dollar of holding a class here.
 */
public record TradedAccount(
        String id,
        String taxUnit,
        boolean taxable,
        boolean tradable,
        BigDecimal cash,
        BigDecimal need,
        BigDecimal reserve,
        Map<String, BigDecimal> drag,
        List<TaxLot> lots) {

    public TradedAccount {
        drag = Map.copyOf(drag);
        lots = List.copyOf(lots);
    }
}
