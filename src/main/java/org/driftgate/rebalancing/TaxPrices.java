package org.driftgate.rebalancing;

import java.util.Arrays;
import java.util.List;

/**
 * Prices of a dollar of gain by tax unit: marginal rates, and the price of the gains budget; and the price of a dollar
 * of turnover and of a dollar of drift beyond today's. Marginal values for the solver, never shown as tax.
 */
record TaxPrices(double[] shortTerm, double[] longTerm, double[] budget, double turnover, double drift) {

    /** The units' rates with the weight that the policy gives to tax. */
    static TaxPrices of(HouseholdProblem problem) {
        return of(problem.units, problem.policy.taxWeight().doubleValue());
    }

    static TaxPrices marginal(List<TaxPosition> units) {
        return of(units, 1);
    }

    private static TaxPrices of(List<TaxPosition> units, double weight) {
        return new TaxPrices(
                Columns.doubles(units, unit -> unit.shortRate().doubleValue() * weight),
                Columns.doubles(units, unit -> unit.longRate().doubleValue() * weight),
                new double[units.size()],
                0,
                0);
    }

    TaxPrices withLimits(double[] gains, double traded, double drifted) {
        return new TaxPrices(shortTerm, longTerm, gains, traded, drifted);
    }

    /** Whether a limit has a price. */
    boolean isLimited() {
        return turnover != 0 || drift != 0 || Arrays.stream(budget).anyMatch(price -> price != 0);
    }

    TaxPrices withoutLimits() {
        return withLimits(new double[budget.length], 0, 0);
    }

    TaxPrices withUnit(int unit, double shortPrice, double longPrice) {
        double[] shortPrices = shortTerm.clone();
        double[] longPrices = longTerm.clone();
        shortPrices[unit] = shortPrice;
        longPrices[unit] = longPrice;
        return new TaxPrices(shortPrices, longPrices, budget, turnover, drift);
    }

    double of(int unit, boolean longHeld) {
        return longHeld ? longTerm[unit] : shortTerm[unit];
    }
}
