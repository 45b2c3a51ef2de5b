package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.driftgate.rebalancing.NettedTax.Region;

/**
 * Finds prices of short and long gains that agree with the netted tax of one unit (specification §4.4): netted tax is
 * not convex, but linear on five regions, so each is solved, mixed with the others and bounded, with the limits of the
 * plan where it has some. Plan and bound enclose the optimum for the wash choice at hand; the incumbent is judged by true
 * tax and only improves.
 */
final class TaxPriceSearch {

    private final int index;
    private final double deduction;
    private final List<PlanLimit> limits;
    private final NettedPlan first;
    private final Incumbent incumbent;

    private TaxPriceSearch(NettedPlan first, int index, List<PlanLimit> limits) {
        this.index = index;
        this.limits = limits;
        this.first = first;
        deduction = NettedTax.of(first.solution.problem, index).limit();
        incumbent = new Incumbent(first, limits);
    }

    /** The best plan found and a bound for all plans, in cents. */
    record Netted(NettedPlan plan, double bound) {

        double gap() {
            return plan.objective - bound;
        }
    }

    static Netted search(Solution start, int unit) {
        return new TaxPriceSearch(new NettedPlan(start, start.plan, unit), unit, List.of()).search();
    }

    /** From a plan that keeps some limits, for a household of one unit. */
    static Netted within(Limited limited, List<PlanLimit> limits) {
        return new TaxPriceSearch(new NettedPlan(limited.priced(), limited.plan(), 0), 0, limits).search();
    }

    private record Bounded(UnitRegion region, NettedPlan plan, RegionMix mix) {

        double bound() {
            return mix.bound();
        }
    }

    private Netted search() {
        Solution start = first.solution.withoutLimits();
        List<Bounded> regions = new ArrayList<>();
        for (Region region : Region.values()) regions.add(solve(start, region));
        for (Bounded left : regions) for (Bounded right : regions) mix(left.plan, right.plan);
        regions.sort(Comparator.comparingDouble(Bounded::bound));
        List<NettedPlan> known =
                new ArrayList<>(regions.stream().map(Bounded::plan).toList());
        known.add(incumbent.best());
        double bound = incumbent.best().objective;
        for (Bounded bounded : regions) {
            if (bounded.bound() < incumbent.enough()) tighten(bounded, known);
            bound = Math.min(bound, bounded.bound());
        }
        if (incumbent.isAstray()) settle(regions, known);
        return new Netted(incumbent.best(), Math.min(bound, incumbent.best().objective));
    }

    /** Puts the best plan, found on the way to something else, at prices that are its own. */
    private void settle(List<Bounded> regions, List<NettedPlan> known) {
        Region region = incumbent.best().region(index);
        for (Bounded bounded : regions) {
            if (bounded.region.region() != region) continue;
            var mix = new RegionMix(List.of(bounded.region), limits, bounded.plan);
            incumbent.settle(mix.search(known, Double.POSITIVE_INFINITY));
        }
    }

    private Bounded solve(Solution start, Region region) {
        UnitRegion only = UnitRegion.of(start.problem, index, region);
        NettedPlan plan = first.like(start.withPrices(only.in(start.prices)));
        incumbent.offerSound(plan);
        return new Bounded(only, plan, new RegionMix(List.of(only), limits, plan));
    }

    private void tighten(Bounded bounded, List<NettedPlan> known) {
        NettedPlan mix = bounded.mix.search(known, incumbent.enough());
        incumbent.offer(bounded.mix, mix, bounded.region.holds(mix));
        for (NettedPlan plan : bounded.mix.plans()) if (!known.contains(plan)) known.add(plan);
    }

    /** The mixes of two plans at which a border of the regions is crossed. */
    private void mix(NettedPlan left, NettedPlan right) {
        double[][] values = {
            {left.shortTotal[index], right.shortTotal[index]},
            {left.longTotal[index], right.longTotal[index]},
            {left.net(index), right.net(index)},
            {left.net(index) + deduction, right.net(index) + deduction}
        };
        for (double[] pair : values)
            if (pair[0] * pair[1] < 0) incumbent.offer(left.mixedWith(right, pair[1] / (pair[1] - pair[0])));
    }
}
