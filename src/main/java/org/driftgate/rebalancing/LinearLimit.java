package org.driftgate.rebalancing;

import java.math.BigDecimal;

/**
 * Keeps the counted gains of a tax unit within its budget (specification §4.1): a price on gains, found where the lines
 * of two plans cross, and the mix of the two plans that meet there. Exact for one unit; with several the last one is
 * mixed and the others keep the plan that stays below.
 */
final class LinearLimit {

    private static final int MOST_TRIALS = 60;
    private static final double CENT = 1;
    private static final double[] DEAR = {20, 400};

    private final HouseholdProblem problem;
    private final int unit;
    private final double limit;

    private LinearLimit(HouseholdProblem problem, int unit, double limit) {
        this.problem = problem;
        this.unit = unit;
        this.limit = limit;
    }

    /** Applies every unit's budget to a plan found without; one that keeps them stays as it is. */
    static Limited apply(TaxRounds.Priced free) {
        Limited limited = Limited.free(free);
        if (keepsAll(free)) return limited;
        for (int unit = 0; unit < free.solution().problem.units.size(); unit++) {
            BigDecimal budget = free.solution().problem.units.get(unit).budget();
            if (budget == null) continue;
            limited = new LinearLimit(free.solution().problem, unit, Cents.of(budget)).keep(limited.base());
            if (!limited.isWithin()) return limited;
        }
        return limited;
    }

    private static boolean keepsAll(TaxRounds.Priced free) {
        HouseholdProblem problem = free.solution().problem;
        for (int unit = 0; unit < problem.units.size(); unit++) {
            BigDecimal budget = problem.units.get(unit).budget();
            double gain = gain(problem, free.solution().stack, free.plan(), unit);
            if (budget != null && gain > Cents.of(budget)) return false;
        }
        return true;
    }

    private Limited keep(Solution free) {
        Solution over = free;
        if (gain(over) <= limit) return Limited.free(new TaxRounds.Priced(free, free.plan, free.bound));
        Solution under = under(free);
        if (gain(under) > limit) return Limited.impossible(under, unit, gain(under));
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            double price = (cost(under) - cost(over)) / (gain(over) - gain(under));
            Solution next = priced(over, price);
            double line = cost(over) + price * (gain(over) - limit);
            if (cost(next) + price * (gain(next) - limit) >= line - CENT) return mixed(over, under, next, price);
            if (gain(next) > limit) over = next;
            else under = next;
        }
        throw new IllegalStateException("gains budget of unit %d not met in %d trials".formatted(unit, MOST_TRIALS));
    }

    private Solution under(Solution free) {
        Solution under = priced(free, DEAR[0]);
        return gain(under) > limit ? priced(under, DEAR[1]) : under;
    }

    private Limited mixed(Solution over, Solution under, Solution at, double price) {
        double share = (limit - gain(under)) / (gain(over) - gain(under));
        Plan plan = over.plan.mixedWith(under.plan, share, problem, at.stack, at.wash());
        return new Limited(at, under, plan, unit, price, at.bound - price * limit, gain(at), true);
    }

    private Solution priced(Solution from, double price) {
        double[] budget = from.prices.budget().clone();
        budget[unit] = price;
        return from.withPrices(new TaxPrices(from.prices.shortTerm(), from.prices.longTerm(), budget));
    }

    private double cost(Solution solution) {
        double[] budget = solution.prices.budget();
        return solution.value.objective() - budget[unit] * gain(solution);
    }

    private double gain(Solution solution) {
        return gain(problem, solution.stack, solution.plan, unit);
    }

    /** The gains of a plan that count against the budget of a unit, in cents. */
    static double gain(HouseholdProblem problem, LotStack stack, Plan plan, int unit) {
        double gain = 0;
        for (int position = 0; position < problem.positions.count; position++) {
            if (problem.unitOf[problem.positions.account[position]] != unit) continue;
            int end = problem.positions.lotStart[position + 1];
            for (int lot = problem.positions.lotStart[position]; lot < end; lot++)
                gain += stack.counted(problem.lots.gain[lot]) * plan.sold[lot];
        }
        return gain;
    }
}
