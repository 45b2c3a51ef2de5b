package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;

/** An inequality of the tax region in which the plan of a unit lies, as a sum over the plan's gains, in cents. */
record RegionSum(int unit, RegionEdge edge, double most) implements PlanSum {

    /** Those of all units of a plan whose tax is netted. */
    static List<RegionSum> of(Solution solution, Plan plan) {
        List<RegionSum> sums = new ArrayList<>();
        HouseholdProblem problem = solution.problem;
        if (problem.policy.tax() != RebalancingPolicy.Tax.NETTED) return sums;
        for (int unit = 0; unit < problem.units.size(); unit++) {
            NettedPlan netted = new NettedPlan(solution, plan, unit);
            for (RegionEdge edge :
                    UnitRegion.of(problem, unit, netted.region(unit)).edges())
                sums.add(new RegionSum(unit, edge, -edge.soFar(problem.units.get(unit))));
        }
        return sums;
    }

    @Override
    public double amount(Solution solution, Plan plan, int position) {
        HouseholdProblem problem = solution.problem;
        if (problem.unitOf[problem.positions.account[position]] != unit) return 0;
        WashChoice choice = solution.wash().of(position);
        double amount = 0;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            if (plan.sold[lot] > 0) amount += weight(solution, lot, choice) * plan.sold[lot];
        return amount;
    }

    @Override
    public double amount(KeptLots near, int position, double trade) {
        Solution solution = near.solution();
        if (solution.problem.unitOf[solution.problem.positions.account[position]] != unit) return 0;
        return PlanSum.ofSale(near, position, trade, (lot, choice) -> weight(solution, lot, choice));
    }

    private double weight(Solution solution, int lot, WashChoice choice) {
        if (!solution.problem.lots.taxed[lot]) return 0;
        double weight = solution.problem.lots.longTerm[lot] ? edge.longWeight() : edge.shortWeight();
        return weight * solution.stack.credited(lot, choice);
    }
}
