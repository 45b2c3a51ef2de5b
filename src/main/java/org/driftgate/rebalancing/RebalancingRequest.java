package org.driftgate.rebalancing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All a household's rebalancing depends on. {@code cash} is the target of the household's cash, if it has one. */
public record RebalancingRequest(
        String household,
        LocalDate asOf,
        List<TradedAccount> accounts,
        List<TradedSecurity> securities,
        List<ClassTarget> classes,
        @Nullable DriftTarget cash,
        List<TaxPosition> taxUnits,
        WashHistory wash,
        RebalancingPolicy policy) {

    public RebalancingRequest {
        accounts = List.copyOf(accounts);
        securities = List.copyOf(securities);
        classes = List.copyOf(classes);
        taxUnits = List.copyOf(taxUnits);
    }
}
