package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.driftgate.rebalancing.NettedTax.Region;
import org.jspecify.annotations.Nullable;

/**
 * What the plans of a household cost at least, for each way to choose one tax region for every unit. Each plan that is
 * optimal for some prices bounds them all: its bound, the limits at their prices, and for each unit by what its tax may lie
 * below those prices where its year ends in that region ({@link TaxMinorant}). In cents.
 */
final class RegionBounds {

    private final HouseholdProblem problem;
    private final List<PlanLimit> limits;
    private final List<TaxMinorant> units = new ArrayList<>();
    private final List<List<Region>> regions = new ArrayList<>();
    /** By way: its digits, one for each unit, count the unit's regions. */
    private final double[] bound;

    private final boolean[] tried;

    RegionBounds(Solution start, List<PlanLimit> limits) {
        problem = start.problem;
        this.limits = limits;
        int ways = 1;
        for (int unit = 0; unit < problem.units.size(); unit++) {
            units.add(new TaxMinorant(start, unit));
            regions.add(units.get(unit).regions());
            ways *= regions.get(unit).size();
        }
        bound = new double[ways];
        tried = new boolean[ways];
        Arrays.fill(bound, Double.NEGATIVE_INFINITY);
        learn(start);
    }

    /** Raises the bounds to what a plan that is optimal for its prices shows. */
    void learn(Solution solution) {
        double whole = solution.bound;
        for (PlanLimit limit : limits) whole -= limit.price(solution.prices) * limit.most();
        double[][] below = new double[units.size()][];
        for (int unit = 0; unit < below.length; unit++) below[unit] = below(solution.prices, unit);
        for (int way = 0; way < bound.length; way++) bound[way] = Math.max(bound[way], whole + sum(below, way));
    }

    private double[] below(TaxPrices prices, int unit) {
        return regions.get(unit).stream()
                .mapToDouble(region -> units.get(unit).least(region, prices.shortTerm()[unit], prices.longTerm()[unit]))
                .toArray();
    }

    private static double sum(double[][] below, int way) {
        double sum = 0;
        int rest = way;
        for (double[] ofUnit : below) {
            sum += ofUnit[rest % ofUnit.length];
            rest /= ofUnit.length;
        }
        return sum;
    }

    /** The way with the least bound below {@code enough} that was not given before, null when there is none. */
    @Nullable List<UnitRegion> next(double enough) {
        int next = -1;
        for (int way = 0; way < bound.length; way++)
            if (!tried[way] && bound[way] < enough && (next < 0 || bound[way] < bound[next])) next = way;
        if (next < 0) return null;
        tried[next] = true;
        return way(next);
    }

    private List<UnitRegion> way(int way) {
        List<UnitRegion> chosen = new ArrayList<>();
        int rest = way;
        for (int unit = 0; unit < units.size(); unit++) {
            List<Region> ofUnit = regions.get(unit);
            chosen.add(UnitRegion.of(problem, unit, ofUnit.get(rest % ofUnit.size())));
            rest /= ofUnit.size();
        }
        return chosen;
    }

    /** No plan costs less. */
    double least() {
        return Arrays.stream(bound).min().orElseThrow();
    }
}
