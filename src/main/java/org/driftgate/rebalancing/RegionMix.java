package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;

/**
 * The cheapest plan of one tax region of each unit: their inequalities and the limits of the plan get prices together, the
 * multipliers of the cheapest mix of the plans found so far (specification §4.2 and §4.4). Tax is linear there, so mix and
 * bound meet unless a region is left at a price of gains of zero.
 */
final class RegionMix {

    private static final int MOST_TRIALS = 120;
    /** In cents. */
    private static final double TINY = 0.01;

    /** An edge of the region of one unit. */
    private record Row(UnitRegion of, RegionEdge edge) {}

    private final List<UnitRegion> regions;
    private final List<Row> edges = new ArrayList<>();
    private final List<PlanLimit> limits;
    private final List<NettedPlan> plans = new ArrayList<>();
    private NettedPlan last;
    private double bound;
    private boolean settled;

    /** From the best plan at the prices of the regions. */
    RegionMix(List<UnitRegion> regions, List<PlanLimit> limits, NettedPlan first) {
        this.regions = regions;
        this.limits = limits;
        for (UnitRegion region : regions) for (RegionEdge edge : region.edges()) edges.add(new Row(region, edge));
        last = first;
        bound = bound(first.solution, new double[edges.size() + limits.size()]);
    }

    /** No plan of the regions that keeps the limits costs less, in cents. */
    double bound() {
        return bound;
    }

    /** Tries prices from plans known already until no other plan undercuts their mix or the bound passes {@code enough}. */
    NettedPlan search(List<NettedPlan> known, double enough) {
        plans.add(last);
        var mix = new ColumnMix(most(), dearest(), cost(last), amounts(last));
        for (NettedPlan plan : known) add(mix, plan);
        for (int trial = 0; trial < MOST_TRIALS && bound < enough; trial++) {
            double[] shares = mix.solve();
            double[] prices = mix.prices();
            last = planAt(prices);
            bound = Math.max(bound, bound(last.solution, prices));
            settled = line(prices) >= mix.value() - TINY;
            if (settled) return mixed(shares);
            add(mix, last);
        }
        return mixed(mix.solve());
    }

    private void add(ColumnMix mix, NettedPlan plan) {
        plans.add(plan);
        mix.add(cost(plan), amounts(plan));
    }

    /** Whether the last search ended where no plan undercuts the mix: its prices are those of its plan. */
    boolean isSettled() {
        return settled;
    }

    /** Plans found on the way, the best of which need not be in the regions. */
    List<NettedPlan> plans() {
        return plans;
    }

    private NettedPlan mixed(double[] shares) {
        NettedPlan mix = null;
        double share = 0;
        for (int column = 0; column < shares.length; column++) {
            if (shares[column] <= 0) continue;
            share += shares[column];
            NettedPlan next = plans.get(column).at(last.solution);
            mix = mix == null ? next : next.mixedWith(mix, shares[column] / share);
        }
        if (mix == null) throw new IllegalStateException("a mix of nothing");
        return mix;
    }

    private NettedPlan planAt(double[] prices) {
        TaxPrices unlimited = last.solution.prices;
        int row = 0;
        for (UnitRegion region : regions) {
            double shortPrice = region.shortPrice();
            double longPrice = region.longPrice();
            for (RegionEdge edge : region.edges()) {
                shortPrice += prices[row] * edge.shortWeight();
                longPrice += prices[row++] * edge.longWeight();
            }
            unlimited = unlimited.withUnit(region.unit(), shortPrice, longPrice);
        }
        double[] ofLimit = new double[limits.size()];
        System.arraycopy(prices, edges.size(), ofLimit, 0, ofLimit.length);
        return last.like(last.solution.withPrices(LinearLimit.priced(unlimited, limits, ofLimit)));
    }

    private double bound(Solution solution, double[] prices) {
        double bound = solution.bound;
        for (UnitRegion region : regions) bound += region.offset();
        for (int row = 0; row < edges.size(); row++)
            bound += prices[row] * edges.get(row).edge.soFar(edges.get(row).of.position());
        for (int row = 0; row < limits.size(); row++)
            bound -= prices[edges.size() + row] * limits.get(row).most();
        return bound;
    }

    private double line(double[] prices) {
        double[] most = most();
        double[] amounts = amounts(last);
        double line = cost(last);
        for (int row = 0; row < most.length; row++) line += prices[row] * (amounts[row] - most[row]);
        return line;
    }

    /** The objective of a plan with the linear tax of the regions. */
    private double cost(NettedPlan plan) {
        PlanValue value = plan.value;
        double cost = value.objective();
        for (UnitRegion region : regions) cost -= value.taxOf[region.unit()];
        cost -= value.budget;
        for (UnitRegion region : regions)
            cost = cost
                    + region.shortPrice() * value.shortGain[region.unit()]
                    + region.longPrice() * value.longGain[region.unit()]
                    + region.offset();
        return cost;
    }

    private double[] amounts(NettedPlan plan) {
        double[] amounts = new double[edges.size() + limits.size()];
        for (int row = 0; row < edges.size(); row++) {
            int unit = edges.get(row).of.unit();
            amounts[row] = edges.get(row).edge.excess(plan.shortTotal[unit], plan.longTotal[unit]);
        }
        for (int row = 0; row < limits.size(); row++)
            amounts[edges.size() + row] = limits.get(row).amount(plan.solution, plan.plan);
        return amounts;
    }

    private double[] most() {
        double[] most = new double[edges.size() + limits.size()];
        for (int row = 0; row < limits.size(); row++)
            most[edges.size() + row] = limits.get(row).most();
        return most;
    }

    private double[] dearest() {
        double[] dearest = new double[edges.size() + limits.size()];
        for (int row = 0; row < edges.size(); row++) {
            UnitRegion region = edges.get(row).of;
            dearest[row] = edges.get(row).edge.mostPrice(region.shortPrice(), region.longPrice());
        }
        for (int row = 0; row < limits.size(); row++)
            dearest[edges.size() + row] = limits.get(row).dearest();
        return dearest;
    }
}
