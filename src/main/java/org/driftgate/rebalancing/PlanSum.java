package org.driftgate.rebalancing;

/** A sum over a plan that stays at or below {@code most}, in cents. */
interface PlanSum {

    double most();

    /** What the trades of one position add. */
    double amount(Solution solution, Plan plan, int position);

    /** What a net trade of a position adds, its lots in the order in which they are sold. */
    double amount(Solution solution, int position, double trade);

    /** Whether it is the distance from the targets, which no position has alone. */
    default boolean isDrift() {
        return false;
    }

    /** What of a dollar sold of a lot counts. */
    interface LotWeight {
        double of(int lot, WashChoice choice);
    }

    static double ofSale(Solution solution, int position, double trade, LotWeight weight) {
        HouseholdProblem problem = solution.problem;
        WashChoice choice = solution.wash().of(position);
        int[] order = solution.stack.order(choice);
        double left = -trade;
        double amount = 0;
        int end = problem.positions.lotStart[position + 1];
        for (int index = problem.positions.lotStart[position]; index < end && left > 0; index++) {
            if (!solution.stack.isSellable(order[index])) continue;
            double sold = Math.min(left, problem.lots.cents[order[index]]);
            amount += weight.of(order[index], choice) * sold;
            left -= sold;
        }
        return amount;
    }
}
