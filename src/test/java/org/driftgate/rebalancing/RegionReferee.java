package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Netted tax by brute force: a linear program for every way to choose a region for each unit, the best of which counts. */
final class RegionReferee {

    private RegionReferee() {}

    /** The least objective in dollars at the wash choices of a solution, limits kept. */
    static double optimum(RebalancingRequest request, Solution solution) {
        return ways(request.taxUnits()).stream()
                .mapToDouble(way -> HouseholdReferee.optimum(request, RefereeTerms.within(solution, way)))
                .min()
                .orElseThrow();
    }

    private static List<Map<String, RefereeRegion>> ways(List<TaxPosition> units) {
        List<Map<String, RefereeRegion>> ways = List.of(Map.of());
        for (TaxPosition unit : units) {
            List<Map<String, RefereeRegion>> longer = new ArrayList<>();
            for (RefereeRegion region : RefereeRegion.of(unit))
                for (Map<String, RefereeRegion> way : ways) {
                    Map<String, RefereeRegion> next = new HashMap<>(way);
                    next.put(unit.id(), region);
                    longer.add(next);
                }
            ways = longer;
        }
        return ways;
    }
}
