package org.driftgate.rebalancing;

import java.util.Arrays;

/**
 * Prices, wash choices, prices again while the choices still change, three rounds at most; the plan with the least true
 * objective is kept (specification §4.4). Exact for one tax unit and its wash choices, one unit after another otherwise.
 */
final class TaxRounds {

    private static final int MOST_ROUNDS = 3;

    private TaxRounds() {}

    /** A plan that is optimal, or the best found, before limits and shares; {@code bound} in cents. */
    record Priced(Solution solution, Plan plan, double bound) {}

    static Priced of(HouseholdProblem problem) {
        Solution start = Solution.searching(problem, TaxPrices.marginal(problem.units));
        if (problem.policy.tax() == RebalancingPolicy.Tax.MARGINAL) return new Priced(start, start.plan, start.bound);
        Priced best = netted(start);
        for (int round = 1; round < MOST_ROUNDS; round++) {
            Solution again = Solution.searching(problem, best.solution.prices);
            if (Arrays.equals(again.choices, best.solution.choices)) return best;
            Priced next = netted(again);
            if (objective(next) >= objective(best)) return best;
            best = next;
        }
        return best;
    }

    private static Priced netted(Solution start) {
        TaxPriceSearch.Netted found = TaxPriceSearch.search(start, 0);
        for (int unit = 1; unit < start.problem.units.size(); unit++)
            found = TaxPriceSearch.search(found.plan().solution, unit);
        double bound = start.problem.units.size() == 1 ? found.bound() : Double.NaN;
        return new Priced(found.plan().solution, found.plan().plan, bound);
    }

    private static double objective(Priced priced) {
        return NettedTotals.objective(priced.solution.problem, priced.solution.value(priced.plan));
    }
}
