package org.driftgate.rebalancing;

/**
 * How far a line through the year so far may lie above the netted tax of a unit on all that its lots can realise: the
 * least of tax less line, zero or negative. Added to the bound of a plan with linear prices it makes the bound hold for
 * netted tax, weaker where the tax is not convex (specification §4.4). In cents.
 */
final class TaxMinorant {

    private final NettedTax tax;
    private final double shortSoFar;
    private final double longSoFar;
    private final double[] shorts;
    private final double[] longs;

    private TaxMinorant(Solution solution, int unit) {
        HouseholdProblem problem = solution.problem;
        TaxPosition position = problem.units.get(unit);
        tax = NettedTax.of(problem, unit);
        shortSoFar = Cents.of(position.shortSoFar());
        longSoFar = Cents.of(position.longSoFar());
        shorts = new double[] {shortSoFar, shortSoFar, 0};
        longs = new double[] {longSoFar, longSoFar, 0};
        for (int place = 0; place < problem.positions.count; place++)
            if (problem.unitOf[problem.positions.account[place]] == unit) reach(solution, place);
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

    /** The least lies in a corner of what can be reached or where a border of the regions meets another or its edge. */
    private double least(double shortPrice, double longPrice) {
        double least = 0;
        for (double one : shorts) {
            for (double other : longs) least = Math.min(least, above(one, other, shortPrice, longPrice));
            for (double net : new double[] {0, -tax.limit()})
                least = Math.min(least, above(one, net - one, shortPrice, longPrice));
        }
        for (double other : longs)
            for (double net : new double[] {0, -tax.limit()})
                least = Math.min(least, above(net - other, other, shortPrice, longPrice));
        return least;
    }

    private double above(double shortTotal, double longTotal, double shortPrice, double longPrice) {
        boolean reached =
                shortTotal >= shorts[0] && shortTotal <= shorts[1] && longTotal >= longs[0] && longTotal <= longs[1];
        if (!reached) return 0;
        double line = shortPrice * (shortTotal - shortSoFar) + longPrice * (longTotal - longSoFar);
        return tax.tax(shortTotal, longTotal) - tax.tax(shortSoFar, longSoFar) - line;
    }
}
