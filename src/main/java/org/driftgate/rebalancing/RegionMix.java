package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;
import org.driftgate.rebalancing.NettedTax.Region;

/**
 * The cheapest plan of one tax region: its inequalities and the limits of the plan get prices together, the multipliers
 * of the cheapest mix of the plans found so far (specification §4.2 and §4.4). Tax is linear there, so mix and bound meet
 * unless the region is left at a price of gains of zero.
 */
final class RegionMix {

    private static final int MOST_TRIALS = 120;
    /** In cents. */
    private static final double TINY = 0.01;

    private final Region region;
    private final NettedTax tax;
    private final TaxPosition unit;
    private final int index;
    private final List<RegionEdge> edges;
    private final List<PlanLimit> limits;
    private final List<NettedPlan> plans = new ArrayList<>();
    private NettedPlan last;
    private double bound;
    private boolean settled;

    RegionMix(Region region, int index, List<PlanLimit> limits, NettedPlan first) {
        this.region = region;
        this.index = index;
        this.limits = limits;
        unit = first.solution.problem.units.get(index);
        tax = NettedTax.of(first.solution.problem, index);
        edges = RegionEdge.of(region, tax.limit());
        last = first;
        bound = bound(first.solution, new double[edges.size() + limits.size()]);
    }

    /** No plan of the region that keeps the limits costs less, in cents. */
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

    /** Plans found on the way, the best of which need not be in the region. */
    List<NettedPlan> plans() {
        return plans;
    }

    private NettedPlan mixed(double[] shares) {
        NettedPlan mix = null;
        double share = 0;
        for (int column = 0; column < shares.length; column++) {
            if (shares[column] <= 0) continue;
            share += shares[column];
            mix = mix == null ? at(plans.get(column)) : at(plans.get(column)).mixedWith(mix, shares[column] / share);
        }
        if (mix == null) throw new IllegalStateException("a mix of nothing");
        return mix;
    }

    /** At the prices found last. */
    private NettedPlan at(NettedPlan plan) {
        return new NettedPlan(last.solution, plan.plan, index);
    }

    private NettedPlan planAt(double[] prices) {
        double shortPrice = tax.shortPrice(region);
        double longPrice = tax.longPrice(region);
        for (int row = 0; row < edges.size(); row++) {
            shortPrice += prices[row] * edges.get(row).shortWeight();
            longPrice += prices[row] * edges.get(row).longWeight();
        }
        double[] ofLimit = new double[limits.size()];
        System.arraycopy(prices, edges.size(), ofLimit, 0, ofLimit.length);
        TaxPrices unlimited = last.solution.prices.withUnit(index, shortPrice, longPrice);
        Solution solution = last.solution.withPrices(LinearLimit.priced(unlimited, limits, ofLimit));
        return new NettedPlan(solution, solution.plan, index);
    }

    private double bound(Solution solution, double[] prices) {
        double bound = solution.bound + offset();
        for (int row = 0; row < edges.size(); row++)
            bound += prices[row] * edges.get(row).soFar(unit);
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

    /** What turns the price of the added gains into the added tax on the region. */
    private double offset() {
        double shortSoFar = Cents.of(unit.shortSoFar());
        double longSoFar = Cents.of(unit.longSoFar());
        return tax.shortPrice(region) * shortSoFar
                + tax.longPrice(region) * longSoFar
                + tax.constant(region)
                - tax.tax(shortSoFar, longSoFar);
    }

    /** The objective of a plan with the linear tax of the region. */
    private double cost(NettedPlan plan) {
        PlanValue value = plan.value;
        return value.objective()
                - value.taxOf[index]
                - value.budget
                + tax.shortPrice(region) * value.shortGain[index]
                + tax.longPrice(region) * value.longGain[index]
                + offset();
    }

    private double[] amounts(NettedPlan plan) {
        double[] amounts = new double[edges.size() + limits.size()];
        for (int row = 0; row < edges.size(); row++)
            amounts[row] = edges.get(row).excess(plan);
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
        for (int row = 0; row < edges.size(); row++)
            dearest[row] = edges.get(row).mostPrice(tax.shortPrice(region), tax.longPrice(region));
        for (int row = 0; row < limits.size(); row++)
            dearest[edges.size() + row] = limits.get(row).dearest();
        return dearest;
    }
}
