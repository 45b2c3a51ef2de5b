package org.driftgate.rebalancing;

/** What trading costs each account, in whole cents rounded up, where the policy pays it from the cash (§4.5). */
final class TradingCosts {

    private final HouseholdProblem problem;
    private final boolean paid;

    TradingCosts(HouseholdProblem problem) {
        this.problem = problem;
        paid = problem.policy.limits().costsFromCash();
    }

    static double[] of(HouseholdProblem problem, Plan plan) {
        var costs = new TradingCosts(problem);
        double[] exact = new double[problem.accounts.size()];
        for (int position = 0; position < problem.positions.count; position++)
            exact[problem.positions.account[position]] +=
                    costs.of(position, plan.bought[position]) + costs.of(position, -plan.sold(problem, position));
        for (int account = 0; account < exact.length; account++) exact[account] = Math.ceil(exact[account]);
        return exact;
    }

    /** Of a net trade of so many cents; nothing where costs are not paid from the cash. */
    double of(int position, double trade) {
        if (!paid) return 0;
        int security = problem.positions.security[position];
        double fee =
                trade < 0 ? problem.securities.get(security).redemptionFee().doubleValue() : 0;
        return (problem.cost[security] + fee) * Math.abs(trade);
    }

    /** By how much a change of a net trade moves the cash of its account. */
    double cash(int position, double trade, double change) {
        return -change - (of(position, trade + change) - of(position, trade));
    }
}
