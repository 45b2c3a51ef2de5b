package org.driftgate.rebalancing;

/** The curve of one position: its lots below zero, its purchases above (specification §1.3 and §1.4). */
final class PositionCurve {

    static final double RANK_PENALTY = 1e-6;

    private final HouseholdProblem problem;
    private final LotStack stack;
    private final double[] sellable;
    private final double[] sellableIn;
    private final VolumeCaps caps;
    /** Whether less than all sellable lots may be sold. */
    private final boolean cuts;

    PositionCurve(HouseholdProblem problem, LotStack stack) {
        this.problem = problem;
        this.stack = stack;
        sellable = stack.sellable();
        cuts = problem.policy.wholeShares() || problem.policy.limits().volumeShare() != null;
        sellableIn = new double[problem.accounts.size()];
        for (int position = 0; position < sellable.length; position++)
            sellableIn[problem.positions.account[position]] += sellable[position];
        double[] payable = new double[sellableIn.length];
        for (int account = 0; account < payable.length; account++) payable[account] = mostPaid(account);
        caps = new VolumeCaps(problem, sellable, payable);
    }

    /** Adds the curve of a position under a choice and gives its number. */
    int add(Curves curves, int position, WashChoice choice) {
        return choice == WashChoice.CLEAR ? cleared(curves, position) : open(curves, position, choice);
    }

    private int open(Curves curves, int position, WashChoice choice) {
        curves.begin(-sellable(position), 0);
        addSales(curves, position, choice);
        if (choice == WashChoice.BUY && problem.positions.mayBuy[position])
            curves.add(purchase(position), mostBought(position));
        return curves.endWithCostAtZero(held(position));
    }

    /** Everything bought lately is sold; the rest may be. */
    private int cleared(Curves curves, int position) {
        double recent = 0;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            if (stack.isSellable(lot) && problem.lots.recent[lot])
                recent += sale(position, lot, WashChoice.CLEAR) * problem.lots.cents[lot];
        curves.begin(-sellable(position), 0);
        double others = addSales(curves, position, WashChoice.CLEAR);
        return curves.endWithCostAtStart(held(position) + recent + others);
    }

    /** Adds what is sold, the dearest first, without what a cap forbids and without lots that must go; its whole cost. */
    private double addSales(Curves curves, int position, WashChoice choice) {
        int[] order = stack.order(choice);
        double forbidden = forbidden(position);
        double cost = 0;
        for (int index = problem.positions.lotStart[position + 1] - 1;
                index >= problem.positions.lotStart[position];
                index--) {
            int lot = order[index];
            boolean goes = choice == WashChoice.CLEAR && problem.lots.recent[lot];
            if (goes || !stack.isSellable(lot)) continue;
            double cut = Math.min(forbidden, problem.lots.cents[lot]);
            forbidden -= cut;
            double price = sale(position, lot, choice);
            curves.add(-price, problem.lots.cents[lot] - cut);
            cost += price * (problem.lots.cents[lot] - cut);
        }
        return cost;
    }

    private double forbidden(int position) {
        if (!cuts) return 0;
        double all = 0;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            if (stack.isSellable(lot)) all += problem.lots.cents[lot];
        return all - sellable(position);
    }

    /** What a dollar sold from a lot costs. */
    double sale(int position, int lot, WashChoice choice) {
        double drag = isHolding() ? problem.drag(position) : 0;
        return stack.key(lot, choice) - drag + problem.cost[problem.positions.security[position]] + stack.turnover();
    }

    /** What a dollar bought costs. */
    double purchase(int position) {
        int security = problem.positions.security[position];
        return problem.cost[security]
                + problem.drag(position)
                + stack.turnover()
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

    /** Free cash and all that the account could sell, never an invented cap, as far as the volume allows. */
    private double mostBought(int position) {
        return Math.min(mostPaid(problem.positions.account[position]), caps.purchase(position));
    }

    private double mostPaid(int account) {
        double free = problem.cash[account] - problem.need[account] - problem.reserve[account];
        return Math.max(0, free) + sellableIn[account];
    }
}
