package org.driftgate.rebalancing;

import java.util.List;
import org.driftgate.rebalancing.NettedTax.Region;

/**
 * The cheapest plan whose tickets go given ways, the limits and the tax region of a fractional plan kept: the same search
 * for prices as without minimums, on curves that are cut (specification §6.2).
 */
final class SidedPlan {

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
        if (netted && problem.units.size() == 1) return byRegion(free);
        return limits.isEmpty() ? free.plan : LinearLimit.mixed(free, limits);
    }

    private Plan byRegion(Solution free) {
        NettedPlan whole = new NettedPlan(limited.priced(), limited.plan(), 0);
        NettedTax tax = NettedTax.of(free.problem, 0);
        NettedPlan best = null;
        for (Region region : Region.values()) {
            if (!region.holds(whole.shortTotal, whole.longTotal, tax.limit())) continue;
            NettedPlan next = cheapest(free, region, tax);
            if (best == null || next.objective < best.objective) best = next;
        }
        return best == null ? free.plan : best.plan;
    }

    private NettedPlan cheapest(Solution free, Region region, NettedTax tax) {
        Solution start = free.withPrices(free.prices.withUnit(0, tax.shortPrice(region), tax.longPrice(region)));
        NettedPlan first = new NettedPlan(start, start.plan, 0);
        return new RegionMix(region, 0, limits, first).search(List.of(), Double.POSITIVE_INFINITY);
    }
}
