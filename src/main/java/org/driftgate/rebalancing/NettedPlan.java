package org.driftgate.rebalancing;

/** A plan judged by the netted tax of one unit instead of prices, in cents. */
final class NettedPlan {

    final Solution solution;
    final Plan plan;
    final PlanValue value;
    private final int unit;
    /** Short and long totals of the unit after the plan. */
    final double shortTotal;

    final double longTotal;
    /** The objective with the tax that the plan adds. */
    final double objective;

    NettedPlan(Solution solution, Plan plan, int unitIndex) {
        this.solution = solution;
        this.plan = plan;
        unit = unitIndex;
        value = solution.value(plan);
        TaxPosition position = solution.problem.units.get(unit);
        NettedTax tax = NettedTax.of(solution.problem, unit);
        double shortSoFar = Cents.of(position.shortSoFar());
        double longSoFar = Cents.of(position.longSoFar());
        shortTotal = shortSoFar + value.shortGain[unit];
        longTotal = longSoFar + value.longGain[unit];
        double added = tax.tax(shortTotal, longTotal) - tax.tax(shortSoFar, longSoFar);
        objective = value.objective() - value.taxOf[unit] - value.budget + added;
    }

    NettedPlan mixedWith(NettedPlan other, double share) {
        Plan mix = plan.mixedWith(other.plan, share, solution.problem, solution.stack, solution.wash());
        return new NettedPlan(solution, mix, unit);
    }

    double net() {
        return shortTotal + longTotal;
    }
}
