package org.driftgate.rebalancing;

import java.util.List;

/**
 * A fractional plan within gains budgets and turnover. {@code priced} is optimal for the prices of the limits,
 * {@code plan} meets them; {@code bound} is the certificate of the limited problem, in cents. An obstacle names a limit
 * that no plan meets.
 */
record Limited(Solution priced, Plan plan, double bound, List<Obstacle> obstacles) {

    Limited {
        obstacles = List.copyOf(obstacles);
    }

    static Limited free(TaxRounds.Priced free) {
        return new Limited(free.solution(), free.plan(), free.bound(), List.of());
    }

    boolean isWithin() {
        return obstacles.isEmpty();
    }

    /** What the plan truly costs, in cents. */
    double objective() {
        return priced.objective(priced.value(plan));
    }
}
