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

    /** With a weaker bound. */
    Limited boundedBy(double lower) {
        return new Limited(priced, plan, Math.min(bound, lower), obstacles);
    }

    /**
     * The certificate for a plan that is rounded from this one, in cents: where that breaks a limit by more than a cent, less
     * by what the excess can be worth at most.
     */
    double boundFor(Plan rounded) {
        double lower = bound;
        for (PlanLimit limit : PlanLimit.of(priced.problem)) {
            double reached = Math.max(limit.most(), limit.amount(priced, plan));
            double excess = limit.amount(priced, rounded) - reached;
            if (excess > 1) lower -= limit.dearest() * excess;
        }
        return lower;
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
