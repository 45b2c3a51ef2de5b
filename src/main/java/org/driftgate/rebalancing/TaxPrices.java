package org.driftgate.rebalancing;

import java.util.Arrays;
import java.util.List;

/**
 * Prices of a dollar of gain by tax unit: marginal rates, and the price of the gains budget. Marginal values for the
 * solver, never shown as tax.
 */
record TaxPrices(double[] shortTerm, double[] longTerm, double[] budget) {

    static TaxPrices marginal(List<TaxPosition> units) {
        return new TaxPrices(
                units.stream()
                        .mapToDouble(unit -> unit.shortRate().doubleValue())
                        .toArray(),
                units.stream()
                        .mapToDouble(unit -> unit.longRate().doubleValue())
                        .toArray(),
                new double[units.size()]);
    }

    TaxPrices withBudget(double price) {
        double[] prices = new double[budget.length];
        Arrays.fill(prices, price);
        return new TaxPrices(shortTerm, longTerm, prices);
    }

    TaxPrices withUnit(int unit, double shortPrice, double longPrice) {
        double[] shortPrices = shortTerm.clone();
        double[] longPrices = longTerm.clone();
        shortPrices[unit] = shortPrice;
        longPrices[unit] = longPrice;
        return new TaxPrices(shortPrices, longPrices, budget);
    }

    double of(int unit, boolean longHeld) {
        return longHeld ? longTerm[unit] : shortTerm[unit];
    }
}
