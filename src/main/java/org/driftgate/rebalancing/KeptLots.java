package org.driftgate.rebalancing;

import java.util.Arrays;

/**
 * The lots of a sale near that of a plan: what the plan sells stays sold, more comes from the cheapest others and less
 * leaves the dearest. A mix of plans divides a ticket over lots that cost the same at its prices, but not where the tax
 * year would end: the order of lots alone would not find them again.
 */
record KeptLots(Solution solution, Plan plan) {

    /** A step of shares may reach half a cent beyond all that there is. */
    private static final double CENT = 1;

    /** What takes the cents of a lot. */
    interface Taker {
        void take(int lot, double cents);
    }

    /** Divides the sale of so many cents over the lots of a position. */
    void sell(int position, double amount, Taker taker) {
        double more = amount - plan.sold(solution.problem, position);
        if (more < 0) sellLess(position, -more, taker);
        else sellMore(position, more, taker);
    }

    private void sellMore(int position, double more, Taker taker) {
        double left = more;
        double[] cents = solution.problem.lots.cents;
        for (int lot : lots(position)) {
            double added = solution.stack.isSellable(lot) ? Math.min(left, cents[lot] - plan.sold[lot]) : 0;
            left -= added;
            taker.take(lot, Plan.snapped(plan.sold[lot] + added, cents[lot]));
        }
        if (left > CENT) throw new IllegalStateException("position %d oversold by %s cents".formatted(position, left));
    }

    private void sellLess(int position, double less, Taker taker) {
        double left = less;
        int[] lots = lots(position);
        for (int index = lots.length - 1; index >= 0; index--) {
            int lot = lots[index];
            double kept = Math.min(left, plan.sold[lot]);
            left -= kept;
            taker.take(lot, Plan.snapped(plan.sold[lot] - kept, solution.problem.lots.cents[lot]));
        }
    }

    /** Those of a position, the cheapest first. */
    private int[] lots(int position) {
        Positions positions = solution.problem.positions;
        return Arrays.copyOfRange(
                solution.stack.order(solution.wash().of(position)),
                positions.lotStart[position],
                positions.lotStart[position + 1]);
    }
}
