package org.driftgate.rebalancing;

import java.util.HashMap;
import java.util.Map;

/**
 * Under which prices and wash choices a referee solves: prices of gains by tax unit, those of limits where they are not
 * rows, the choice of each symbol, and by tax unit the region in which its year must end, where one is asked. Values only.
 */
record RefereeTerms(
        Map<String, Double> shortPrice,
        Map<String, Double> longPrice,
        Map<String, Double> budgetPrice,
        double turnover,
        boolean limitsAreRows,
        Map<String, WashChoice> choices,
        Map<String, RefereeRegion> regions) {

    /** The limits at the prices that a solution gives them. */
    static RefereeTerms priced(Solution solution) {
        return of(solution, solution.prices, false);
    }

    /** The limits as rows. */
    static RefereeTerms limited(Solution solution) {
        return of(solution, solution.prices.withoutLimits(), true);
    }

    /** The limits and the edges of a region of each unit as rows, gains at the prices of the regions. */
    static RefereeTerms within(Solution solution, Map<String, RefereeRegion> regions) {
        RefereeTerms plain = limited(solution);
        regions.forEach((unit, region) -> {
            plain.shortPrice.put(unit, region.shortPrice());
            plain.longPrice.put(unit, region.longPrice());
            plain.regions.put(unit, region);
        });
        return plain;
    }

    private static RefereeTerms of(Solution solution, TaxPrices prices, boolean limitsAreRows) {
        Map<String, Double> shortPrice = new HashMap<>();
        Map<String, Double> longPrice = new HashMap<>();
        Map<String, Double> budgetPrice = new HashMap<>();
        for (int unit = 0; unit < solution.problem.units.size(); unit++) {
            String id = solution.problem.units.get(unit).id();
            shortPrice.put(id, prices.shortTerm()[unit]);
            longPrice.put(id, prices.longTerm()[unit]);
            budgetPrice.put(id, prices.budget()[unit]);
        }
        Map<String, WashChoice> choices = new HashMap<>();
        for (int index = 0; index < solution.groups.groupOf.length; index++)
            choices.put(
                    solution.problem.securities.get(index).symbol(), solution.choices[solution.groups.groupOf[index]]);
        return new RefereeTerms(
                shortPrice, longPrice, budgetPrice, prices.turnover(), limitsAreRows, choices, new HashMap<>());
    }

    WashChoice choice(String symbol) {
        return choices.get(symbol);
    }
}
