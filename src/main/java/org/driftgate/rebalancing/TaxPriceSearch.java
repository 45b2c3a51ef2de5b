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
    private static final int MOST_TRIALS = 40;

    private final TaxPosition unit;
    private final int index;
    private final NettedTax tax;
    private final Solution start;
    private NettedPlan best;

    private TaxPriceSearch(Solution start, int index) {
        this.start = start;
        this.index = index;
        unit = start.problem.units.get(index);
        tax = NettedTax.of(unit);
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

    /** A region and its plan without its inequalities; {@code line} has the prices. */
    private record Bounded(Region region, Line line, NettedPlan plan, double bound) {}

    /** A linear tax: prices of the added gains and what turns them into the added tax, prices of inequalities included. */
    private record Line(double shortPrice, double longPrice, double constant) {

        Line with(RegionEdge edge, double price, TaxPosition unit) {
            return new Line(
                    shortPrice + price * edge.shortWeight(),
                    longPrice + price * edge.longWeight(),
                    constant + price * edge.soFar(unit));
        }
    }

    private Netted search() {
        List<Bounded> regions = new ArrayList<>();
        for (Region region : Region.values()) regions.add(solve(region, line(region)));
        for (Bounded left : regions) for (Bounded right : regions) mix(left.plan, right.plan);
        regions.sort(Comparator.comparingDouble(Bounded::bound));
        double bound = Double.POSITIVE_INFINITY;
        for (Bounded bounded : regions) bound = Math.min(bound, isOpen(bounded) ? tightened(bounded) : bounded.bound);
        return new Netted(best, bound);
    }

    private Line line(Region region) {
        double shortSoFar = Cents.of(unit.shortSoFar());
        double longSoFar = Cents.of(unit.longSoFar());
        double shortPrice = tax.shortPrice(region);
        double longPrice = tax.longPrice(region);
        double added = shortPrice * shortSoFar + longPrice * longSoFar + tax.constant(region);
        return new Line(shortPrice, longPrice, added - tax.tax(shortSoFar, longSoFar));
    }

    private Bounded solve(Region region, Line line) {
        Solution solution = start.withPrices(start.prices.withUnit(index, line.shortPrice, line.longPrice));
        NettedPlan plan = offer(new NettedPlan(solution, solution.plan, index));
        return new Bounded(region, line, plan, solution.bound + line.constant);
    }

    private boolean isOpen(Bounded bounded) {
        boolean inside = bounded.region.holds(bounded.plan.shortTotal, bounded.plan.longTotal, tax.limit());
        return !inside && bounded.bound < best.objective - CENT;
    }

    /** The bound of a region with each inequality that its plan misses, and while that is not enough with another one. */
    private double tightened(Bounded bounded) {
        List<RegionEdge> edges = RegionEdge.of(bounded.region, tax.limit());
        double bound = bounded.bound;
        for (RegionEdge edge : edges) {
            if (edge.excess(bounded.plan) <= CENT) continue;
            Bounded one = priced(bounded, edge);
            bound = Math.max(bound, one.bound);
            for (RegionEdge other : edges)
                if (other != edge && other.excess(one.plan) > CENT && bound < best.objective - CENT)
                    bound = Math.max(bound, priced(one, other).bound);
        }
        return bound;
    }

    /** The price of an inequality that bounds best. */
    private Bounded priced(Bounded from, RegionEdge edge) {
        double most = edge.mostPrice(from.line.shortPrice, from.line.longPrice);
        double price = most;
        NettedPlan over = from.plan;
        NettedPlan under = null;
        Bounded tightest = from;
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            Bounded next = solve(from.region, from.line.with(edge, price, unit));
            if (next.bound > tightest.bound) tightest = next;
            mix(over, next.plan);
            if (edge.excess(next.plan) > 0) {
                if (under == null) return tightest;
                over = next.plan;
            } else under = next.plan;
            double crossing =
                    (cost(under, from.line) - cost(over, from.line)) / (edge.excess(over) - edge.excess(under));
            if (crossing < 0 || crossing > most || Math.abs(crossing - price) < 1e-9) return tightest;
            price = crossing;
        }
        return tightest;
    }

    /** The objective of a plan with a linear tax. */
    private double cost(NettedPlan plan, Line line) {
        PlanValue value = plan.value;
        return value.objective()
                - value.taxOf[index]
                - value.budget
                + line.shortPrice * value.shortGain[index]
                + line.longPrice * value.longGain[index]
                + line.constant;
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
