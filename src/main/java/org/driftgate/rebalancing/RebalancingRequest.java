package org.driftgate.rebalancing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All a household's rebalancing depends on. {@code asOf} is the trade date, {@code cash} the target of the household's
 * cash, if it has one. Contradictions are found by {@link Rebalancer#faults}.
 */
public record RebalancingRequest(
        String household,
        LocalDate asOf,
        List<TradedAccount> accounts,
        List<TradedSecurity> securities,
        List<ClassTarget> classes,
        @Nullable DriftTarget cash,
        List<TaxPosition> taxUnits,
        WashHistory wash,
        RebalancingPolicy policy,
        CashMovements movements) {

    public RebalancingRequest {
        accounts = List.copyOf(accounts);
        securities = List.copyOf(securities);
        classes = List.copyOf(classes);
        taxUnits = List.copyOf(taxUnits);
    }

    /** The same for a plan that ends no further from the targets than the household is. */
    public RebalancingRequest keepingDrift() {
        RebalancingPolicy keeping = policy.withLimits(policy.limits().withKeepsDrift(true));
        return new RebalancingRequest(
                household, asOf, accounts, securities, classes, cash, taxUnits, wash, keeping, movements);
    }

    /** Without money that comes or is called beside the accounts' fixed needs. */
    public RebalancingRequest(
            String household,
            LocalDate asOf,
            List<TradedAccount> accounts,
            List<TradedSecurity> securities,
            List<ClassTarget> classes,
            @Nullable DriftTarget cash,
            List<TaxPosition> taxUnits,
            WashHistory wash,
            RebalancingPolicy policy) {
        this(household, asOf, accounts, securities, classes, cash, taxUnits, wash, policy, CashMovements.NONE);
    }
}
