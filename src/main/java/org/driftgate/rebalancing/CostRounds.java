package org.driftgate.rebalancing;

/**
 * Pays trading costs from the same cash (specification §4.5): solve, add each account's cost to what it must raise, solve
 * again warm until the costs are covered to two cents. They shrink by about twice the cost rate a round.
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
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] costs = TradingCosts.of(problem, limited.plan());
            if (isCovered(limited.priced().problem.paid, costs)) break;
            priced = TaxRounds.again(priced, costs);
            limited = LinearLimit.apply(priced);
        }
        return new Settled(priced, limited);
    }

    private static boolean isCovered(double[] paid, double[] costs) {
        for (int account = 0; account < paid.length; account++)
            if (costs[account] > paid[account] || paid[account] > costs[account] + CENTS) return false;
        return true;
    }
}
