package org.driftgate.rebalancing;

import java.util.List;

/**
 * The cheapest plan whose tickets go given ways, the limits and the tax region of a fractional plan kept: the same search
 * for prices as without minimums, on curves that are cut (specification §6.2).
 */
final class SidedPlan {

    /** On the border of more regions than this, only those in which the plan counts as lying are searched. */
    private static final int MOST_WAYS = 16;

    private final Limited limited;
    private final List<PlanLimit> limits;

    private SidedPlan(Limited limited) {
        this.limited = limited;
        limits = PlanLimit.of(limited.priced().problem);
    }

    static Plan of(Limited limited, TicketSides sides) {
        Solution free = limited.priced().withSides(sides);
        return new SidedPlan(limited).cheapest(free.withPrices(free.prices.withoutLimits()));
    }

    private Plan cheapest(Solution free) {
        HouseholdProblem problem = free.problem;
        boolean netted = problem.policy.tax() == RebalancingPolicy.Tax.NETTED;
        if (netted && problem.units.size() <= JointTaxSearch.MOST_UNITS) return byRegion(free);
        return limits.isEmpty() ? free.plan : LinearLimit.mixed(free, limits);
    }

    /** In each of the tax regions in which the fractional plan lies, several where it is on their border. */
    private Plan byRegion(Solution free) {
        NettedPlan best = null;
        for (List<UnitRegion> regions : around(NettedPlan.ofAll(limited.priced(), limited.plan()))) {
            NettedPlan next = cheapest(free, regions);
            if (best == null || next.objective < best.objective) best = next;
        }
        return best == null ? free.plan : best.plan;
    }

    private static List<List<UnitRegion>> around(NettedPlan whole) {
        List<List<UnitRegion>> ways = UnitRegion.around(whole);
        return ways.size() <= MOST_WAYS ? ways : List.of(UnitRegion.of(whole));
    }

    private NettedPlan cheapest(Solution free, List<UnitRegion> regions) {
        TaxPrices prices = free.prices;
        for (UnitRegion region : regions) prices = region.in(prices);
        Solution start = free.withPrices(prices);
        NettedPlan first = NettedPlan.ofAll(start, start.plan);
        return new RegionMix(regions, limits, first).search(List.of(), Double.POSITIVE_INFINITY);
    }
}
