package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;

/**
 * Netted tax of several units at once (specification §4.4): tax is linear where each unit's year ends in one of its regions.
 * Of all ways to choose them the one with the least bound is searched next, limits included, until no other can undercut
 * the best plan; most households need a few. Plan and bound then enclose the optimum for the wash choice at hand; after
 * {@link #MOST_SEARCHES} the bounds of the others stay as they are, loose but valid.
 */
final class JointTaxSearch {

    /** Five regions for each of five units are 3,125 ways to choose. */
    static final int MOST_UNITS = 5;

    private static final int MOST_SEARCHES = 64;

    private final NettedPlan first;
    private final List<PlanLimit> limits;
    private final Incumbent incumbent;
    private final RegionBounds bounds;
    private final List<NettedPlan> known = new ArrayList<>();

    private JointTaxSearch(NettedPlan first, List<PlanLimit> limits) {
        this.first = first;
        this.limits = limits;
        incumbent = new Incumbent(first, limits);
        bounds = new RegionBounds(first.solution, limits);
        known.add(first);
    }

    static TaxPriceSearch.Netted search(Solution start) {
        return new JointTaxSearch(NettedPlan.ofAll(start, start.plan), List.of()).search();
    }

    /** From a plan that keeps some limits. */
    static TaxPriceSearch.Netted within(Limited limited, List<PlanLimit> limits) {
        return new JointTaxSearch(NettedPlan.ofAll(limited.priced(), limited.plan()), limits).search();
    }

    private TaxPriceSearch.Netted search() {
        Solution start = first.solution.withoutLimits();
        for (int search = 0; search < MOST_SEARCHES; search++) {
            List<UnitRegion> next = bounds.next(incumbent.enough());
            if (next == null) break;
            tryRegions(start, next);
        }
        if (incumbent.isAstray()) settle(start);
        NettedPlan best = incumbent.best();
        return new TaxPriceSearch.Netted(best, Math.min(bounds.least(), best.objective));
    }

    private void tryRegions(Solution start, List<UnitRegion> regions) {
        NettedPlan plain = at(start, regions);
        incumbent.offerSound(plain);
        bounds.learn(plain.solution);
        var mix = new RegionMix(regions, limits, plain);
        if (mix.bound() >= incumbent.enough()) return;
        NettedPlan mixed = mix.search(known, incumbent.enough());
        incumbent.offer(mix, mixed, regions.stream().allMatch(region -> region.holds(mixed)));
        bounds.learn(mixed.solution);
        for (NettedPlan plan : mix.plans()) if (!known.contains(plan)) remember(plan);
    }

    private void remember(NettedPlan plan) {
        known.add(plan);
        bounds.learn(plan.solution);
    }

    private NettedPlan at(Solution start, List<UnitRegion> regions) {
        TaxPrices prices = start.prices;
        for (UnitRegion region : regions) prices = region.in(prices);
        return first.like(start.withPrices(prices));
    }

    /** Puts the best plan, found on the way to something else, at prices that are its own. */
    private void settle(Solution start) {
        List<UnitRegion> regions = UnitRegion.of(incumbent.best());
        incumbent.settle(new RegionMix(regions, limits, at(start, regions)).search(known, Double.POSITIVE_INFINITY));
    }
}
