package org.driftgate.rebalancing;

/**
 * Rebalances one household: curves, exact flow with the wash choice, gains budget, minimum trade, whole shares, trades.
 * Same input, same output; nothing is kept between calls.
 */
public final class Rebalancer {

    private Rebalancer() {}

    /** Throws {@link InvalidHousehold} when the data contradict themselves. */
    public static Rebalancing rebalance(RebalancingRequest request) {
        var problem = new HouseholdProblem(request);
        TaxRounds.Priced priced = TaxRounds.of(problem);
        Limited limited = LinearLimit.apply(priced);
        return new Answer(new PlanView(limited, tradable(limited)), priced).rebalancing();
    }

    /** The plan as it can be sent: minimum trade and whole shares. */
    private static Plan tradable(Limited limited) {
        HouseholdProblem problem = limited.priced().problem;
        boolean minimum = problem.policy.minimumTrade().signum() > 0
                || problem.policy.minimumBenefit().signum() > 0;
        Solution solution = minimum ? limited.below() : limited.priced();
        if (!minimum && !problem.policy.wholeShares()) return limited.plan();
        double[] trades = minimum ? MinimumTrade.apply(solution) : net(problem, limited.plan());
        if (problem.policy.wholeShares()) trades = WholeShares.apply(solution, trades, new GainRoom(solution));
        return Plan.of(problem, solution.stack, solution.groups, solution.choices, trades);
    }

    private static double[] net(HouseholdProblem problem, Plan plan) {
        double[] trades = new double[problem.positions.count];
        for (int position = 0; position < trades.length; position++) trades[position] = plan.net(problem, position);
        return trades;
    }
}
