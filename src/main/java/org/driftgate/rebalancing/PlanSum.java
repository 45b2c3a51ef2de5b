package org.driftgate.rebalancing;

/** A sum over a plan that stays at or below {@code most}, in cents. */
interface PlanSum {

    double most();

    /** What the trades of one position add. */
    double amount(Solution solution, Plan plan, int position);

    /** What a net trade of a position adds, its lots near those of a plan. */
    double amount(KeptLots near, int position, double trade);

    /** Whether it is the distance from the targets, which no position has alone. */
    default boolean isDrift() {
        return false;
    }

    /** What of a dollar sold of a lot counts. */
    interface LotWeight {
        double of(int lot, WashChoice choice);
    }

    static double ofSale(KeptLots near, int position, double trade, LotWeight weight) {
        if (trade >= 0) return 0;
        WashChoice choice = near.solution().wash().of(position);
        double[] amount = new double[1];
        near.sell(position, -trade, (lot, cents) -> {
            if (cents > 0) amount[0] += weight.of(lot, choice) * cents;
        });
        return amount[0];
    }
}
