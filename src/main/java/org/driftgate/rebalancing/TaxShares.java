package org.driftgate.rebalancing;

/** What of the netted tax falls on each trade, in cents. */
final class TaxShares {

    private final PlanView view;
    private final HouseholdProblem problem;
    private final double[] share;
    private final double[] shortShare;

    TaxShares(PlanView view, TaxBill bill) {
        this.view = view;
        problem = view.problem;
        shortShare = new double[problem.positions.count];
        share = shares(Cents.of(bill.tax()));
    }

    /** The part of it that falls on short-term results; the rest falls on long-term ones. */
    double ofShortTerm(int position) {
        return shortShare[position];
    }

    double of(int position) {
        return share[position];
    }

    /**
     * Netted tax falls on the trades that realise gains, one saved on those that realise losses, in the proportion of
     * their marginal tax; the largest takes the rest, so that the shares add up to the cent.
     */
    private double[] shares(double total) {
        double[] shares = new double[problem.positions.count];
        double all = 0;
        for (int position = 0; position < shares.length; position++) {
            shares[position] = Math.max(0, Math.signum(total) * marginal(position));
            all += shares[position];
        }
        if (all == 0) return shares;
        double left = total;
        int largest = 0;
        for (int position = 0; position < shares.length; position++) {
            if (shares[position] > shares[largest]) largest = position;
        }
        for (int position = 0; position < shares.length; position++) {
            if (shares[position] > 0)
                shortShare[position] = Math.rint(Math.abs(total) * marginal(position, false) / all);
            shares[position] = Math.rint(total * shares[position] / all);
            left -= shares[position];
        }
        shares[largest] += left;
        return shares;
    }

    /** At the prices of the solver, in cents. */
    private double marginal(int position) {
        return marginal(position, false) + marginal(position, true);
    }

    private double marginal(int position, boolean longTerm) {
        int unit = problem.unitOf[problem.positions.account[position]];
        double tax = 0;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            if (problem.lots.taxed[lot] && problem.lots.longTerm[lot] == longTerm)
                tax += view.solution.prices.of(unit, problem.lots.longTerm[lot])
                        * problem.lots.gain[lot]
                        * view.plan.sold[lot];
        return tax;
    }
}
