package org.driftgate.rebalancing;

/** The curve of one position: its lots below zero, its purchases above (specification §1.3 and §1.4). */
final class PositionCurve {

    private static final double RANK_PENALTY = 1e-6;

    private final HouseholdProblem problem;
    private final LotStack stack;
    private final double[] sellable;
    private final double[] sellableIn;

    PositionCurve(HouseholdProblem problem, LotStack stack) {
        this.problem = problem;
        this.stack = stack;
        sellable = new double[problem.positions.count];
        sellableIn = new double[problem.accounts.size()];
        for (int position = 0; position < sellable.length; position++) {
            for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
                if (stack.isSellable(lot)) sellable[position] += problem.lots.cents[lot];
            sellableIn[problem.positions.account[position]] += sellable[position];
        }
    }

    /** Adds the curve of a position under a choice and gives its number. */
    int add(Curves curves, int position, WashChoice choice) {
        return choice == WashChoice.CLEAR ? cleared(curves, position) : open(curves, position, choice);
    }

    private int open(Curves curves, int position, WashChoice choice) {
        int start = problem.positions.lotStart[position];
        int end = problem.positions.lotStart[position + 1];
        int[] order = stack.order(choice);
        curves.begin(-sellable(position), 0);
        for (int index = end - 1; index >= start; index--) {
            int lot = order[index];
            if (stack.isSellable(lot)) curves.add(-sale(position, lot, choice), problem.lots.cents[lot]);
        }
        if (choice == WashChoice.BUY && problem.positions.mayBuy[position])
            curves.add(purchase(position), mostBought(problem.positions.account[position]));
        return curves.endWithCostAtZero(held(position));
    }

    /** Everything bought lately is sold; the rest may be. */
    private int cleared(Curves curves, int position) {
        int start = problem.positions.lotStart[position];
        int end = problem.positions.lotStart[position + 1];
        int[] order = stack.order(WashChoice.CLEAR);
        double all = held(position);
        for (int lot = start; lot < end; lot++)
            if (stack.isSellable(lot)) all += sale(position, lot, WashChoice.CLEAR) * problem.lots.cents[lot];
        curves.begin(-sellable(position), all);
        for (int index = end - 1; index >= start; index--) {
            int lot = order[index];
            if (stack.isSellable(lot) && !problem.lots.recent[lot])
                curves.add(-sale(position, lot, WashChoice.CLEAR), problem.lots.cents[lot]);
        }
        return curves.end();
    }

    /** What a dollar sold from a lot costs. */
    double sale(int position, int lot, WashChoice choice) {
        double drag = isHolding() ? problem.drag(position) : 0;
        return stack.key(lot, choice) - drag + problem.cost[problem.positions.security[position]];
    }

    /** What a dollar bought costs. */
    double purchase(int position) {
        int security = problem.positions.security[position];
        return problem.cost[security]
                + problem.drag(position)
                + RANK_PENALTY * problem.securities.get(security).rank();
    }

    private double held(int position) {
        return isHolding() ? problem.drag(position) * problem.held(position) : 0;
    }

    private boolean isHolding() {
        return problem.policy.location() == RebalancingPolicy.Location.HOLDING;
    }

    /** The cents of a position that no rule keeps from being sold. */
    double sellable(int position) {
        return sellable[position];
    }

    /** Free cash and all that the account could sell: never an invented cap. */
    double mostBought(int account) {
        double free = problem.cash[account] - problem.need[account] - problem.reserve[account];
        return Math.max(0, free) + sellableIn[account];
    }
}
