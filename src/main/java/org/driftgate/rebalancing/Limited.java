package org.driftgate.rebalancing;

/**
 * A fractional plan within the gains budgets. {@code priced} is optimal for the price of the budget, {@code below} stays
 * under it, {@code plan} meets it; {@code bound} is the certificate of the limited problem, in cents.
 */
record Limited(
        Solution priced,
        Solution below,
        Plan plan,
        int unit,
        double price,
        double bound,
        double gain,
        boolean isWithin) {

    static Limited free(TaxRounds.Priced free) {
        return new Limited(free.solution(), free.solution(), free.plan(), -1, 0, free.bound(), 0, true);
    }

    /** Even selling as little gain as possible breaks the budget: {@code gain} is the least. */
    static Limited impossible(Solution least, int unit, double gain) {
        return new Limited(least, least, least.plan, unit, 0, least.bound, gain, false);
    }

    /** Where the search for the next unit starts. */
    Solution base() {
        return below;
    }

    /** The objective without the price of the budget, in cents. */
    double objective() {
        PlanValue value = priced.value(plan);
        return value.objective() - value.budget;
    }
}
