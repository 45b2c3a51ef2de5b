package org.driftgate.rebalancing;

import java.util.Arrays;

/**
 * Prices, wash choices, prices again while the choices still change, three rounds at most; the plan with the least true
 * objective is kept (specification §4.4). Exact for the wash choices with up to {@link JointTaxSearch#MOST_UNITS} tax units;
 * with more, or where their search ends early, one unit after another, safeguarded, with a bound that holds but is weaker.
 */
final class TaxRounds {

    private static final int MOST_ROUNDS = 3;
    private static final double CENT = 1;

    private TaxRounds() {}

    /** A plan that is optimal, or the best found, before limits and shares; {@code bound} in cents. */
    record Priced(Solution solution, Plan plan, double bound) {}

    static Priced of(HouseholdProblem problem) {
        Solution start = Solution.searching(problem, TaxPrices.of(problem));
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

    /** The same wash choices with other trading costs to pay. */
    static Priced again(Priced priced, double[] costs) {
        return solved(priced.solution.withCosts(costs));
    }

    /** The same household and prices under other wash choices. */
    static Priced withChoices(Solution solution, WashChoice[] choices) {
        return solved(solution.withChoices(choices));
    }

    private static Priced solved(Solution start) {
        boolean marginal = start.problem.policy.tax() == RebalancingPolicy.Tax.MARGINAL;
        return marginal ? new Priced(start, start.plan, start.bound) : netted(start);
    }

    private static Priced netted(Solution start) {
        int units = start.problem.units.size();
        if (units == 1 || units > JointTaxSearch.MOST_UNITS) return oneByOne(start);
        TaxPriceSearch.Netted found = JointTaxSearch.search(start);
        var joint = new Priced(found.plan().solution, found.plan().plan, found.bound());
        return found.gap() <= CENT ? joint : better(joint, oneByOne(start));
    }

    /** One unit after the other, twice; the others' tax is a line meanwhile, so each search bounds all plans. */
    private static Priced oneByOne(Solution start) {
        int units = start.problem.units.size();
        Priced best = new Priced(start, start.plan, start.bound + TaxMinorant.slack(start, -1));
        Solution from = start;
        for (int step = 0; step < (units == 1 ? 1 : 2 * units); step++) {
            TaxPriceSearch.Netted found = TaxPriceSearch.search(from, step % units);
            double bound = found.bound() + TaxMinorant.slack(from, step % units);
            from = found.plan().solution;
            best = better(best, new Priced(from, found.plan().plan, bound));
        }
        return best;
    }

    /** The plan that costs less with the bound that proves more. */
    private static Priced better(Priced one, Priced other) {
        Priced best = objective(other) < objective(one) ? other : one;
        return new Priced(best.solution, best.plan, Math.max(one.bound, other.bound));
    }

    private static double objective(Priced priced) {
        return priced.solution.objective(priced.solution.value(priced.plan));
    }
}
