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

    private static final double TINY = 0.01;

    private final int index;
    private final NettedTax tax;
    private final List<PlanLimit> limits;
    private final List<NettedPlan> sound = new ArrayList<>();
    private NettedPlan best;

    private TaxPriceSearch(NettedPlan first, int index, List<PlanLimit> limits) {
        this.index = index;
        this.limits = limits;
        tax = NettedTax.of(first.solution.problem, index);
        best = first;
        sound.add(first);
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

    private record Bounded(Region region, NettedPlan plan, RegionMix mix) {

        double bound() {
            return mix.bound();
        }
    }

    private Netted search() {
        Solution start = best.solution.prices.isLimited()
                ? best.solution.withPrices(best.solution.prices.withoutLimits())
                : best.solution;
        List<Bounded> regions = new ArrayList<>();
        for (Region region : Region.values()) regions.add(solve(start, region));
        for (Bounded left : regions) for (Bounded right : regions) mix(left.plan, right.plan);
        regions.sort(Comparator.comparingDouble(Bounded::bound));
        List<NettedPlan> known =
                new ArrayList<>(regions.stream().map(Bounded::plan).toList());
        known.add(best);
        double bound = best.objective;
        for (Bounded bounded : regions) {
            if (isOpen(bounded)) tighten(bounded, known);
            bound = Math.min(bound, bounded.bound());
        }
        if (!sound.contains(best)) settle(regions, known);
        return new Netted(best, Math.min(bound, best.objective));
    }

    /** Puts the best plan, found on the way to something else, at prices that are its own. */
    private void settle(List<Bounded> regions, List<NettedPlan> known) {
        Region region = Region.of(best.shortTotal, best.longTotal, tax.limit());
        for (Bounded bounded : regions) {
            if (bounded.region != region) continue;
            var mix = new RegionMix(region, index, limits, bounded.plan);
            NettedPlan own = mix.search(known, Double.POSITIVE_INFINITY);
            boolean asGood = own.objective <= best.objective + TINY && isWithin(own);
            best = asGood ? own : new NettedPlan(own.solution, best.plan, index);
        }
    }

    private Bounded solve(Solution start, Region region) {
        Solution solution =
                start.withPrices(start.prices.withUnit(index, tax.shortPrice(region), tax.longPrice(region)));
        NettedPlan plan = new NettedPlan(solution, solution.plan, index);
        offer(plan);
        sound.add(plan);
        return new Bounded(region, plan, new RegionMix(region, index, limits, plan));
    }

    private boolean isOpen(Bounded bounded) {
        return bounded.bound() < best.objective - TINY;
    }

    private void tighten(Bounded bounded, List<NettedPlan> known) {
        NettedPlan mix = bounded.mix.search(known, best.objective - TINY);
        boolean inside = bounded.region.holds(mix.shortTotal, mix.longTotal, tax.limit());
        if (inside && bounded.mix.isSettled()) sound.add(mix);
        offer(mix);
        for (NettedPlan plan : bounded.mix.plans()) if (!known.contains(plan)) known.add(plan);
        bounded.mix.plans().forEach(this::offer);
    }

    private void offer(NettedPlan plan) {
        if (plan.objective < best.objective && isWithin(plan)) best = plan;
    }

    private boolean isWithin(NettedPlan plan) {
        return limits.stream().allMatch(limit -> limit.isKept(plan.solution, plan.plan));
    }

    /** The mixes of two plans at which a border of the regions is crossed. */
    private void mix(NettedPlan left, NettedPlan right) {
        double[][] values = {
            {left.shortTotal, right.shortTotal},
            {left.longTotal, right.longTotal},
            {left.net(), right.net()},
            {left.net() + tax.limit(), right.net() + tax.limit()}
        };
        for (double[] pair : values)
            if (pair[0] * pair[1] < 0) offer(left.mixedWith(right, pair[1] / (pair[1] - pair[0])));
    }
}
