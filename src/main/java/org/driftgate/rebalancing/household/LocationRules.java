package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.Map;
import org.driftgate.household.Registration;
import org.driftgate.rebalancing.RebalancingPolicy;

/** What holding a class costs in tax per dollar and year, by kind of account and class. */
public record LocationRules(
        RebalancingPolicy.Location counts,
        Map<String, BigDecimal> taxable,
        Map<String, BigDecimal> deferred,
        Map<String, BigDecimal> roth) {

    public static final LocationRules STANDARD = new LocationRules(
            RebalancingPolicy.Location.HOLDING,
            Map.of(
                    "US Bond", new BigDecimal("0.012"),
                    "International Bond", new BigDecimal("0.012"),
                    "Real Estate", new BigDecimal("0.012"),
                    "Commodity", new BigDecimal("0.006"),
                    "US Equity", new BigDecimal("0.004"),
                    "International Equity", new BigDecimal("0.004"),
                    "Emerging Equity", new BigDecimal("0.004")),
            Map.of(),
            Map.of());

    public LocationRules {
        taxable = Map.copyOf(taxable);
        deferred = Map.copyOf(deferred);
        roth = Map.copyOf(roth);
    }

    Map<String, BigDecimal> of(Registration registration) {
        return switch (registration) {
            case TAXABLE, TRUST -> taxable;
            case IRA, WORKPLACE_PLAN -> deferred;
            case ROTH -> roth;
        };
    }
}
