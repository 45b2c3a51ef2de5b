package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.driftgate.rebalancing.NettedTax.Region;

/**
 * Finds prices of short and long gains that agree with the netted tax of one unit (specification §4.4): netted tax is
 * not convex, but linear on five regions, so each is solved, mixed with the others and bounded. Plan and bound enclose
 * the optimum for the wash choice at hand; the incumbent is judged by true tax and only improves.
 */
final class TaxPriceSearch {

    private static final double CENT = 1;

    private final TaxPosition unit;
    private final int index;
    private final NettedTax tax;
    private final Solution start;
    private NettedPlan best;

    private TaxPriceSearch(Solution start, int index) {
        this.start = start;
        this.index = index;
        unit = start.problem.units.get(index);
        tax = NettedTax.of(start.problem, index);
        best = new NettedPlan(start, start.plan, index);
    }

    /** The best plan found and a bound for all plans, in cents. */
    record Netted(NettedPlan plan, double bound) {

        double gap() {
            return plan.objective - bound;
        }
    }

    static Netted search(Solution start, int unit) {
        return new TaxPriceSearch(start, unit).search();
    }

    private record Bounded(Region region, NettedPlan plan, double bound) {}

    private Netted search() {
        List<Bounded> regions = new ArrayList<>();
        for (Region region : Region.values()) regions.add(solve(region));
        for (Bounded left : regions) for (Bounded right : regions) mix(left.plan, right.plan);
        regions.sort(Comparator.comparingDouble(Bounded::bound));
        double bound = Double.POSITIVE_INFINITY;
        for (Bounded bounded : regions) bound = Math.min(bound, isOpen(bounded) ? tightened(bounded) : bounded.bound);
        return new Netted(best, bound);
    }

    private Bounded solve(Region region) {
        Solution solution = priced(tax.shortPrice(region), tax.longPrice(region));
        NettedPlan plan = offer(new NettedPlan(solution, solution.plan, index));
        return new Bounded(region, plan, solution.bound + offset(region));
    }

    private Solution priced(double shortPrice, double longPrice) {
        return start.withPrices(start.prices.withUnit(index, shortPrice, longPrice));
    }

    private boolean isOpen(Bounded bounded) {
        boolean inside = bounded.region.holds(bounded.plan.shortTotal, bounded.plan.longTotal, tax.limit());
        return !inside && bounded.bound < best.objective - CENT;
    }

    /** What turns the price of the added gains into the added tax on a region. */
    private double offset(Region region) {
        double shortSoFar = Cents.of(unit.shortSoFar());
        double longSoFar = Cents.of(unit.longSoFar());
        return tax.shortPrice(region) * shortSoFar
                + tax.longPrice(region) * longSoFar
                + tax.constant(region)
                - tax.tax(shortSoFar, longSoFar);
    }

    /** The bound of a region with each inequality that its plan misses, one at a time. */
    private double tightened(Bounded bounded) {
        double bound = bounded.bound;
        for (RegionEdge edge : RegionEdge.of(bounded.region, tax.limit()))
            if (edge.excess(bounded.plan) > CENT) bound = Math.max(bound, priced(bounded, edge));
        return bound;
    }

    private double priced(Bounded bounded, RegionEdge edge) {
        double shortPrice = tax.shortPrice(bounded.region);
        double longPrice = tax.longPrice(bounded.region);
        double price = edge.mostPrice(shortPrice, longPrice);
        NettedPlan over = bounded.plan;
        double overCost = cost(over, bounded.region);
        double bound = bounded.bound;
        NettedPlan under = null;
        for (int trial = 0; trial < 40; trial++) {
            Solution solution = priced(shortPrice + price * edge.shortWeight(), longPrice + price * edge.longWeight());
            NettedPlan next = offer(new NettedPlan(solution, solution.plan, index));
            bound = Math.max(bound, solution.bound + offset(bounded.region) + price * edge.soFar(unit));
            mix(over, next);
            if (edge.excess(next) > 0) {
                if (under == null) return bound;
                over = next;
                overCost = cost(over, bounded.region);
            } else under = next;
            double crossing = (cost(under, bounded.region) - overCost) / (edge.excess(over) - edge.excess(under));
            boolean outside = crossing < 0 || crossing > edge.mostPrice(shortPrice, longPrice);
            if (outside || Math.abs(crossing - price) < 1e-9) return bound;
            price = crossing;
        }
        return bound;
    }

    /** The objective of a plan with the linear tax of a region. */
    private double cost(NettedPlan plan, Region region) {
        PlanValue value = plan.value;
        return value.objective()
                - value.taxOf[index]
                - value.budget
                + tax.shortPrice(region) * value.shortGain[index]
                + tax.longPrice(region) * value.longGain[index]
                + offset(region);
    }

    private NettedPlan offer(NettedPlan plan) {
        if (plan.objective < best.objective) best = plan;
        return plan;
    }

    /** The mixes of two plans at which a border of the regions is crossed. */
    private void mix(NettedPlan left, NettedPlan right) {
        double[][] values = {
            {left.shortTotal, right.shortTotal},
            {left.longTotal, right.longTotal},
            {left.net(), right.net()},
            {left.net() + tax.limit(), right.net() + tax.limit()}
        };
        for (double[] pair : values) {
            if (pair[0] * pair[1] >= 0) continue;
            NettedPlan mix = left.mixedWith(right, pair[1] / (pair[1] - pair[0]));
            if (mix.objective < best.objective) best = mix;
        }
    }
}
