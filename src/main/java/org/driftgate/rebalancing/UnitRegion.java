package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.driftgate.rebalancing.NettedTax.Region;

/** One tax region of one unit, on which the unit's tax is a line; in cents. */
record UnitRegion(int unit, Region region, NettedTax tax, TaxPosition position) {

    static UnitRegion of(HouseholdProblem problem, int unit, Region region) {
        return new UnitRegion(unit, region, NettedTax.of(problem, unit), problem.units.get(unit));
    }

    /** Those in which a plan lies whose tax is netted for all units. */
    static List<UnitRegion> of(NettedPlan plan) {
        HouseholdProblem problem = plan.solution.problem;
        return IntStream.range(0, problem.units.size())
                .mapToObj(unit -> of(problem, unit, plan.region(unit)))
                .toList();
    }

    /** All choices of regions that hold a plan, more than one where it is on a border, give or take a cent. */
    static List<List<UnitRegion>> around(NettedPlan plan) {
        HouseholdProblem problem = plan.solution.problem;
        List<List<UnitRegion>> choices = List.of(List.of());
        for (int unit = 0; unit < problem.units.size(); unit++) {
            List<List<UnitRegion>> longer = new ArrayList<>();
            for (Region region : Region.values()) {
                UnitRegion next = of(problem, unit, region);
                if (next.holds(plan)) choices.forEach(choice -> longer.add(with(choice, next)));
            }
            choices = longer;
        }
        return choices;
    }

    private static List<UnitRegion> with(List<UnitRegion> choice, UnitRegion next) {
        List<UnitRegion> longer = new ArrayList<>(choice);
        longer.add(next);
        return longer;
    }

    List<RegionEdge> edges() {
        return RegionEdge.of(region, tax.limit());
    }

    double shortPrice() {
        return tax.shortPrice(region);
    }

    double longPrice() {
        return tax.longPrice(region);
    }

    TaxPrices in(TaxPrices prices) {
        return prices.withUnit(unit, shortPrice(), longPrice());
    }

    /** What turns the price of the added gains into the added tax on the region. */
    double offset() {
        double shortSoFar = Cents.of(position.shortSoFar());
        double longSoFar = Cents.of(position.longSoFar());
        return shortPrice() * shortSoFar
                + longPrice() * longSoFar
                + tax.constant(region)
                - tax.tax(shortSoFar, longSoFar);
    }

    boolean holds(NettedPlan plan) {
        return region.holds(plan.shortTotal[unit], plan.longTotal[unit], tax.limit());
    }
}
