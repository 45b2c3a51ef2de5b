package org.driftgate.rebalancing;

/** What the trades of a plan cost, and what they leave in accounts, securities and classes; all in cents. */
final class TradeTotals {

    /** Spreads and fees. */
    double cost;
    /** The same with what prefers the first fund of a class, a price and no cost. */
    double priced;
    /** Bought and sold. */
    double changing;

    double location;
    final double[] endCash;
    final double[] endSecurity;
    final double[] endClass;

    private final HouseholdProblem problem;

    TradeTotals(HouseholdProblem problem, Plan plan) {
        this.problem = problem;
        endSecurity = problem.heldSecurity.clone();
        endClass = problem.heldClass.clone();
        endCash = problem.cash.clone();
        for (int account = 0; account < endCash.length; account++)
            endCash[account] -= problem.need[account] + problem.paid[account];
        problem.calls.apply(plan.drawn, endCash);
        boolean holding = problem.policy.location() == RebalancingPolicy.Location.HOLDING;
        for (int position = 0; position < plan.bought.length; position++) {
            double bought = plan.bought[position];
            double sold = plan.sold(problem, position);
            spend(position, bought, sold);
            location += problem.drag(position) * (holding ? problem.held(position) + bought - sold : bought);
            move(position, bought - sold);
        }
    }

    private void spend(int position, double bought, double sold) {
        int security = problem.positions.security[position];
        TradedSecurity traded = problem.securities.get(security);
        double cents = problem.cost[security] * (bought + sold)
                + traded.redemptionFee().doubleValue() * sold;
        cost += cents;
        priced += cents + PositionCurve.RANK_PENALTY * traded.rank() * bought;
        changing += bought + sold;
    }

    private void move(int position, double net) {
        int security = problem.positions.security[position];
        endCash[problem.positions.account[position]] -= net;
        endSecurity[security] += net;
        for (int tier = problem.classOf[security]; tier >= 0; tier = problem.parentOf[tier]) endClass[tier] += net;
    }
}
