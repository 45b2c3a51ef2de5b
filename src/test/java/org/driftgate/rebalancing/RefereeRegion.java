package org.driftgate.rebalancing;

import java.util.List;

/**
 * One piece of the netted tax of a unit as a referee sees it, in dollars: two prices, a constant, and inequalities of
 * short and long totals that say where it holds. Written from the law's table, apart from the engine's.
 */
record RefereeRegion(double shortPrice, double longPrice, double constant, List<Edge> edges) {

    /** {@code shortWeight · S + longWeight · L ≤ most}. */
    record Edge(double shortWeight, double longWeight, double most) {

        /** What the year so far leaves, in thousands. */
        double left(TaxPosition unit) {
            double soFar = shortWeight * unit.shortSoFar().doubleValue()
                    + longWeight * unit.longSoFar().doubleValue();
            return (most - soFar) / 1000;
        }
    }

    static List<RefereeRegion> of(TaxPosition unit) {
        double shortRate = unit.shortRate().doubleValue();
        double longRate = unit.longRate().doubleValue();
        double ordinary = unit.ordinaryRate().doubleValue();
        double carried = longRate / 2;
        double deducted = unit.deductionLimit().doubleValue();
        var shortGain = new Edge(-1, 0, 0);
        var longGain = new Edge(0, -1, 0);
        var netGain = new Edge(-1, -1, 0);
        var netLoss = new Edge(1, 1, 0);
        return List.of(
                new RefereeRegion(shortRate, longRate, 0, List.of(shortGain, longGain)),
                new RefereeRegion(longRate, longRate, 0, List.of(new Edge(1, 0, 0), longGain, netGain)),
                new RefereeRegion(shortRate, shortRate, 0, List.of(shortGain, new Edge(0, 1, 0), netGain)),
                new RefereeRegion(ordinary, ordinary, 0, List.of(netLoss, new Edge(-1, -1, deducted))),
                new RefereeRegion(
                        carried, carried, (carried - ordinary) * deducted, List.of(new Edge(1, 1, -deducted))));
    }

    /** The tax at given totals. */
    private double tax(double shortTotal, double longTotal) {
        return shortPrice * shortTotal + longPrice * longTotal + constant;
    }

    private boolean holds(double shortTotal, double longTotal) {
        return edges.stream()
                .allMatch(edge -> edge.shortWeight * shortTotal + edge.longWeight * longTotal <= edge.most);
    }

    /** What a year that ends here costs beside the prices of the gains that the plan adds. */
    double offset(TaxPosition unit) {
        double shortSoFar = unit.shortSoFar().doubleValue();
        double longSoFar = unit.longSoFar().doubleValue();
        RefereeRegion now = of(unit).stream()
                .filter(region -> region.holds(shortSoFar, longSoFar))
                .findFirst()
                .orElseThrow();
        return tax(shortSoFar, longSoFar) - now.tax(shortSoFar, longSoFar);
    }
}
