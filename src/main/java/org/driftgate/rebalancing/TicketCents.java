package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * What rounding to cents takes from the cash of a ticket: its shares times the price are rounded once, while the lots it
 * sells were valued in cents one by one. In doubt a cent is lost, none is won.
 */
final class TicketCents {

    /** Where shares in binary may stand on either side of half a cent. */
    private static final double DOUBT = 1e-6;

    private final HouseholdProblem problem;
    /** What all of a position sells for; NaN until asked. */
    private final double[] everything;

    TicketCents(HouseholdProblem problem) {
        this.problem = problem;
        everything = new double[problem.positions.count];
        Arrays.fill(everything, Double.NaN);
    }

    /** By how many cents a net trade brings less, or takes more, than it says; below zero for more. */
    double lost(int position, double trade) {
        if (trade > 0) return Math.floor(trade + 0.5 + DOUBT) - trade;
        double sold = -trade;
        boolean all = trade < 0 && sold >= problem.held(position) - 0.5;
        return sold - (all ? everything(position) : Math.ceil(sold - 0.5 - DOUBT));
    }

    private double everything(int position) {
        if (Double.isNaN(everything[position])) {
            BigDecimal shares = BigDecimal.ZERO;
            int end = problem.positions.lotStart[position + 1];
            for (int lot = problem.positions.lotStart[position]; lot < end; lot++)
                shares = shares.add(problem.lots.lot.get(lot).quantity());
            BigDecimal price =
                    problem.securities.get(problem.positions.security[position]).price();
            everything[position] = Cents.of(shares.multiply(price));
        }
        return everything[position];
    }
}
