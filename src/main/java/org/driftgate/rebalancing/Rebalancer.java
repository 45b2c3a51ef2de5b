package org.driftgate.rebalancing;

import java.util.List;

/**
 * Rebalances one household: curves, exact flow with the wash choice, gains budget, minimum trade, whole shares, trades.
 * Same input, same output; nothing is kept between calls.
 */
public final class Rebalancer {

    private Rebalancer() {}

    /** What is wrong with the data of a household; with nothing wrong it can be rebalanced. */
    public static List<DataFault> faults(RebalancingRequest request) {
        return RequestChecks.faults(request);
    }

    /** Throws {@link InvalidHousehold} when {@link #faults} finds any. */
    public static Rebalancing rebalance(RebalancingRequest request) {
        Planned planned = plan(request);
        CostRounds.Settled settled = planned.settled;
        return new Answer(new PlanView(settled.limited(), planned.plan), settled.priced()).rebalancing();
    }

    /** The fractional optimum and the plan that can be sent. */
    record Planned(CostRounds.Settled settled, Plan plan) {}

    /** All but the words: no tickets, reasons and yardstick. */
    static Planned plan(RebalancingRequest request) {
        CostRounds.Settled settled = CostRounds.settle(new HouseholdProblem(request));
        return new Planned(settled, tradable(settled.limited()));
    }

    /** The plan as it can be sent: minimum trade and whole shares. */
    static Plan tradable(Limited limited) {
        Solution solution = limited.priced();
        HouseholdProblem problem = solution.problem;
        boolean minimum = problem.policy.minimumTrade().signum() > 0
                || problem.policy.minimumBenefit().signum() > 0;
        if (!minimum && !problem.policy.wholeShares()) return limited.plan();
        Plan plan = minimum ? keepingLots(limited, MinimumTrade.within(limited)) : limited.plan();
        if (!problem.policy.wholeShares()) return plan;
        double[] trades = WholeShares.apply(solution, net(problem, plan), plan.drawn, new LimitRoom(solution, plan));
        return plan.moved(solution, trades);
    }

    /**
     * A mix of plans sells other lots than one order of prices does; with those lots the tickets may be cheaper, and the
     * limits hold where they did.
     */
    private static Plan keepingLots(Limited limited, Plan tickets) {
        Solution solution = limited.priced();
        if (limited.plan() == solution.plan) return tickets;
        Plan kept =
                limited.plan().moved(solution, net(solution.problem, tickets)).drawing(tickets.drawn);
        boolean within = PlanLimit.of(solution.problem).stream()
                .allMatch(limit -> limit.isKept(solution, kept) || !limit.isKept(solution, tickets));
        return within && objective(solution, kept) < objective(solution, tickets) ? kept : tickets;
    }

    private static double objective(Solution solution, Plan plan) {
        return solution.objective(solution.valueAfterCosts(plan));
    }

    private static double[] net(HouseholdProblem problem, Plan plan) {
        double[] trades = new double[problem.positions.count];
        for (int position = 0; position < trades.length; position++) trades[position] = plan.net(problem, position);
        return trades;
    }
}
