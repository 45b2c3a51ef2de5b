package org.driftgate.rebalancing;

import java.util.List;
import org.driftgate.rebalancing.NettedTax.Region;

/** An inequality of a tax region: weighted short and long totals stay at or below a limit, in cents. */
record RegionEdge(double shortWeight, double longWeight, double limit) {

    private static final double DEAREST = 20;

    static List<RegionEdge> of(Region region, double deduction) {
        RegionEdge noLoss = new RegionEdge(-1, -1, 0);
        return switch (region) {
            case BOTH_GAINS -> List.of(new RegionEdge(-1, 0, 0), new RegionEdge(0, -1, 0));
            case LONG_REMAINS -> List.of(new RegionEdge(1, 0, 0), noLoss);
            case SHORT_REMAINS -> List.of(new RegionEdge(0, 1, 0), noLoss);
            case DEDUCTIBLE_LOSS -> List.of(new RegionEdge(1, 1, 0), new RegionEdge(-1, -1, deduction));
            case CARRIED_LOSS -> List.of(new RegionEdge(1, 1, -deduction));
        };
    }

    /** By how much a plan misses the edge. */
    double excess(double shortTotal, double longTotal) {
        return shortWeight * shortTotal + longWeight * longTotal - limit;
    }

    /** The part of the excess that the year so far holds. */
    double soFar(TaxPosition unit) {
        return excess(Cents.of(unit.shortSoFar()), Cents.of(unit.longSoFar()));
    }

    /** No price of gains may fall below zero, or a gain would be sold to be bought back. */
    double mostPrice(double shortPrice, double longPrice) {
        double most = DEAREST;
        if (shortWeight < 0) most = Math.min(most, shortPrice);
        if (longWeight < 0) most = Math.min(most, longPrice);
        return most;
    }
}
