package org.driftgate.rebalancing;

/**
 * Pays trading costs from the same cash (specification §4.5): solve, add each account's cost to what it must raise, solve
 * again warm until the costs are covered to two cents. They shrink by about twice the cost rate a round. Another plan may
 * cost less to trade, so only the bound without these costs holds for all.
 */
final class CostRounds {

    private static final int MOST_ROUNDS = 8;
    private static final double CENTS = 2;

    private CostRounds() {}

    /** A plan before and after the limits, costs covered. */
    record Settled(TaxRounds.Priced priced, Limited limited) {}

    static Settled settle(HouseholdProblem problem) {
        TaxRounds.Priced priced = TaxRounds.of(problem);
        Limited limited = LinearLimit.apply(priced);
        if (!problem.policy.limits().costsFromCash()) return new Settled(priced, limited);
        double free = limited.bound() - mostSavedOnIdleCash(problem);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] costs = TradingCosts.of(problem, limited.plan());
            if (isCovered(limited.priced().problem.paid, costs)) break;
            priced = TaxRounds.again(priced, costs);
            limited = LinearLimit.apply(priced);
        }
        return new Settled(priced, limited.boundedBy(free));
    }

    /** What the costs of all that could ever be traded would save on idle cash, in cents. */
    private static double mostSavedOnIdleCash(HouseholdProblem problem) {
        double dearest = problem.securities.stream()
                .mapToDouble(security ->
                        security.costPerDollar().add(security.redemptionFee()).doubleValue())
                .max()
                .orElse(0);
        return problem.idleCost * dearest * 2 * problem.reach;
    }

    private static boolean isCovered(double[] paid, double[] costs) {
        for (int account = 0; account < paid.length; account++)
            if (costs[account] > paid[account] || paid[account] > costs[account] + CENTS) return false;
        return true;
    }
}
