package org.driftgate.rebalancing;

import java.math.BigDecimal;

/**
 * Given trades beside the best that was found, in dollars by the same objective. {@code keepsRules}: needs, reserves and
 * hard bands are kept and no loss is sold that a wash sale disallows; otherwise the objective holds their penalties. The
 * same for the greedy answer.
 */
public record Measured(
        Rebalancing best,
        double objective,
        boolean keepsRules,
        boolean greedyKeepsRules,
        BigDecimal tax,
        BigDecimal cost) {}
