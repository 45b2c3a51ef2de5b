package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.List;

/**
 * Given trades beside the best that was found, in dollars by the same objective. {@code keepsRules}: needs, reserves and
 * hard bands are kept and no loss is sold that a wash sale disallows; otherwise the objective holds their penalties. The
 * same for the greedy answer. {@code outside}: what the trades buy that the policy would not.
 */
public record Measured(
        Rebalancing best,
        double objective,
        boolean keepsRules,
        boolean greedyKeepsRules,
        BigDecimal tax,
        BigDecimal cost,
        List<String> outside)
        implements Measurement {

    public Measured {
        outside = List.copyOf(outside);
    }
}
