package org.driftgate.rebalancing;

/** What of the netted tax of its tax unit falls on each trade, in cents. */
final class TaxShares {

    private final PlanView view;
    private final HouseholdProblem problem;
    private final double[] share;
    private final double[] shortShare;

    TaxShares(PlanView view, TaxBill bill) {
        this.view = view;
        problem = view.problem;
        share = new double[problem.positions.count];
        shortShare = new double[problem.positions.count];
        for (int unit = 0; unit < problem.units.size(); unit++) {
            double total = Cents.of(bill.taxOf(problem.units.get(unit)).amount());
            if (total != 0) allot(unit, total);
        }
    }

    /** The part of it that falls on short-term results; the rest falls on long-term ones. */
    double ofShortTerm(int position) {
        return shortShare[position];
    }

    double of(int position) {
        return share[position];
    }

    /**
     * Tax falls on the trades that realise gains, tax saved on those that realise losses, in the proportion of their tax
     * at the unit's rates, or of the gain where these are zero; the largest takes the rest, so that the shares add up
     * to the cent.
     */
    private void allot(int unit, double total) {
        TaxPosition rates = problem.units.get(unit);
        double young = rates.shortRate().doubleValue();
        double old = rates.longRate().doubleValue();
        double all = weights(unit, total, young, old);
        if (all > 0) allot(unit, total, young, old, all);
        else allot(unit, total, 1, 1, weights(unit, total, 1, 1));
    }

    private double weights(int unit, double total, double young, double old) {
        double all = 0;
        for (int position = 0; position < share.length; position++) all += weight(position, unit, total, young, old);
        return all;
    }

    private void allot(int unit, double total, double young, double old, double all) {
        double left = total;
        int largest = -1;
        double most = 0;
        for (int position = 0; position < share.length; position++) {
            double weight = weight(position, unit, total, young, old);
            if (weight == 0) continue;
            share[position] = Math.rint(total * weight / all);
            shortShare[position] = Math.rint(Math.abs(total) * young * gain(position, false) / all);
            left -= share[position];
            if (weight > most) largest = position;
            most = Math.max(most, weight);
        }
        if (largest >= 0) share[largest] += left;
    }

    /** Zero for a trade of another unit and for one that moves the tax the other way. */
    private double weight(int position, int unit, double total, double young, double old) {
        if (problem.unitOf[problem.positions.account[position]] != unit) return 0;
        double tax = young * gain(position, false) + old * gain(position, true);
        return Math.max(0, Math.signum(total) * tax);
    }

    private double gain(int position, boolean longTerm) {
        double gain = 0;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            if (problem.lots.taxed[lot] && problem.lots.longTerm[lot] == longTerm)
                gain += problem.lots.gain[lot] * view.plan.sold[lot];
        return gain;
    }
}
