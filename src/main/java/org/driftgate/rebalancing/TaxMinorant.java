package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.driftgate.rebalancing.NettedTax.Region;

/**
 * How far a line through the year so far may lie above the netted tax of a unit on all that its lots can realise: the
 * least of tax less line, zero or negative. Added to the bound of a plan with linear prices it makes the bound hold for
 * netted tax, weaker where the tax is not convex; taken over one tax region it loses nothing (specification §4.4). In cents.
 */
final class TaxMinorant {

    /** A corner that rounding puts outside a region by less still counts, which only lowers the bound; in cents. */
    private static final double ROUNDING = 1e-3;

    private record Corner(double shortTotal, double longTotal) {}

    private final NettedTax tax;
    private final double shortSoFar;
    private final double longSoFar;
    private final double[] shorts;
    private final double[] longs;
    private final List<Corner> corners = new ArrayList<>();
    private final Map<Region, List<Corner>> ofRegion = new EnumMap<>(Region.class);

    TaxMinorant(Solution solution, int unit) {
        HouseholdProblem problem = solution.problem;
        TaxPosition position = problem.units.get(unit);
        tax = NettedTax.of(problem, unit);
        shortSoFar = Cents.of(position.shortSoFar());
        longSoFar = Cents.of(position.longSoFar());
        shorts = new double[] {shortSoFar, shortSoFar, 0};
        longs = new double[] {longSoFar, longSoFar, 0};
        for (int place = 0; place < problem.positions.count; place++)
            if (problem.unitOf[problem.positions.account[place]] == unit) reach(solution, place);
        collectCorners();
    }

    private void reach(Solution solution, int position) {
        HouseholdProblem problem = solution.problem;
        WashChoice choice = solution.wash().of(position);
        int end = problem.positions.lotStart[position + 1];
        for (int lot = problem.positions.lotStart[position]; lot < end; lot++) {
            if (!solution.stack.isSellable(lot)) continue;
            double gain = solution.stack.credited(lot, choice) * problem.lots.cents[lot];
            double[] reached = problem.lots.longTerm[lot] ? longs : shorts;
            reached[gain < 0 ? 0 : 1] += gain;
        }
    }

    /** Over all units but one, -1 for none. */
    static double slack(Solution solution, int except) {
        double slack = 0;
        for (int unit = 0; unit < solution.problem.units.size(); unit++)
            if (unit != except)
                slack += new TaxMinorant(solution, unit)
                        .least(
                                solution.prices.shortTerm()[unit],
                                solution.prices.longTerm()[unit]);
        return slack;
    }

    private double least(double shortPrice, double longPrice) {
        double least = 0;
        for (Corner corner : corners) least = Math.min(least, above(corner, shortPrice, longPrice));
        return least;
    }

    /** The regions in which the year can end, without those of which another holds all that can be reached. */
    List<Region> regions() {
        List<Region> regions = new ArrayList<>();
        for (Region region : Region.values()) {
            if (of(region).isEmpty() || regions.stream().anyMatch(other -> covers(other, region))) continue;
            regions.removeIf(other -> covers(region, other));
            regions.add(region);
        }
        return regions;
    }

    private boolean covers(Region region, Region other) {
        return of(region).containsAll(of(other));
    }

    /** The least where the year ends in one of those regions. */
    double least(Region region, double shortPrice, double longPrice) {
        double least = Double.POSITIVE_INFINITY;
        for (Corner corner : of(region)) least = Math.min(least, above(corner, shortPrice, longPrice));
        return least;
    }

    private List<Corner> of(Region region) {
        return ofRegion.computeIfAbsent(region, this::corners);
    }

    private List<Corner> corners(Region region) {
        List<RegionEdge> edges = RegionEdge.of(region, tax.limit());
        return corners.stream()
                .filter(corner ->
                        edges.stream().allMatch(edge -> edge.excess(corner.shortTotal, corner.longTotal) <= ROUNDING))
                .toList();
    }

    /** The least lies in a corner of what can be reached or where a border of the regions meets another or its edge. */
    private void collectCorners() {
        double[] nets = {0, -tax.limit()};
        for (double one : shorts) {
            for (double other : longs) add(one, other);
            for (double net : nets) add(one, net - one);
        }
        for (double other : longs) for (double net : nets) add(net - other, other);
    }

    private void add(double shortTotal, double longTotal) {
        boolean reached =
                shortTotal >= shorts[0] && shortTotal <= shorts[1] && longTotal >= longs[0] && longTotal <= longs[1];
        if (reached) corners.add(new Corner(shortTotal, longTotal));
    }

    private double above(Corner corner, double shortPrice, double longPrice) {
        double line = shortPrice * (corner.shortTotal - shortSoFar) + longPrice * (corner.longTotal - longSoFar);
        return tax.tax(corner.shortTotal, corner.longTotal) - tax.tax(shortSoFar, longSoFar) - line;
    }
}
