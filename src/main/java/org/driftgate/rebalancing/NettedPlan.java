package org.driftgate.rebalancing;

import java.util.stream.IntStream;
import org.driftgate.rebalancing.NettedTax.Region;

/** A plan judged by the netted tax of some units instead of prices, in cents. */
final class NettedPlan {

    final Solution solution;
    final Plan plan;
    final PlanValue value;
    private final int[] units;
    /** Short and long totals of each unit after the plan. */
    final double[] shortTotal;

    final double[] longTotal;
    /** The objective with the tax that the plan adds. */
    final double objective;

    NettedPlan(Solution solution, Plan plan, int... units) {
        this.solution = solution;
        this.plan = plan;
        this.units = units;
        value = solution.value(plan);
        shortTotal = value.shortGain.clone();
        longTotal = value.longGain.clone();
        double netted = value.objective();
        double added = 0;
        for (int unit : units) {
            netted -= value.taxOf[unit];
            added += added(unit);
        }
        objective = netted - value.budget + added;
    }

    /** By the netted tax of every unit. */
    static NettedPlan ofAll(Solution solution, Plan plan) {
        int[] units = IntStream.range(0, solution.problem.units.size()).toArray();
        return new NettedPlan(solution, plan, units);
    }

    private double added(int unit) {
        TaxPosition position = solution.problem.units.get(unit);
        NettedTax tax = NettedTax.of(solution.problem, unit);
        double shortSoFar = Cents.of(position.shortSoFar());
        double longSoFar = Cents.of(position.longSoFar());
        shortTotal[unit] = shortSoFar + value.shortGain[unit];
        longTotal[unit] = longSoFar + value.longGain[unit];
        return tax.tax(shortTotal[unit], longTotal[unit]) - tax.tax(shortSoFar, longSoFar);
    }

    NettedPlan mixedWith(NettedPlan other, double share) {
        Plan mix = plan.mixedWith(other.plan, share, solution.problem, solution.stack, solution.wash());
        return new NettedPlan(solution, mix, units);
    }

    /** At other prices. */
    NettedPlan at(Solution other) {
        return new NettedPlan(other, plan, units);
    }

    /** The best plan at other prices, judged alike. */
    NettedPlan like(Solution other) {
        return new NettedPlan(other, other.plan, units);
    }

    Region region(int unit) {
        return Region.of(
                shortTotal[unit],
                longTotal[unit],
                NettedTax.of(solution.problem, unit).limit());
    }

    double net(int unit) {
        return shortTotal[unit] + longTotal[unit];
    }
}
