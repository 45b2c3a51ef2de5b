package org.driftgate.rebalancing;

/** The netted tax that a plan adds, over all tax units, in cents. */
final class NettedTotals {

    private NettedTotals() {}

    /** The objective with netted instead of priced tax, losses carried forward at their value. */
    static double objective(HouseholdProblem problem, PlanValue value) {
        double objective = value.objective() - value.tax - value.budget;
        for (int unit = 0; unit < problem.units.size(); unit++) {
            TaxPosition position = problem.units.get(unit);
            NettedTax netted = NettedTax.of(problem, unit);
            double shortSoFar = Cents.of(position.shortSoFar());
            double longSoFar = Cents.of(position.longSoFar());
            objective += netted.tax(shortSoFar + value.shortGain[unit], longSoFar + value.longGain[unit])
                    - netted.tax(shortSoFar, longSoFar);
        }
        return objective;
    }
}
