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
        return answer(CostRounds.settle(new HouseholdProblem(request))).rebalancing();
    }

    static Answer answer(CostRounds.Settled settled) {
        ChoiceTrials.Tradable tradable = ChoiceTrials.of(settled.limited());
        Limited limited = tradable.limited();
        Plan found = tradable.plan();
        Plan naive = NaiveRebalancer.plan(limited, found.drawn);
        Plan plan = LargeTickets.isBetter(limited, naive, found) ? fromNaive(limited, naive) : found;
        return new Answer(new PlanView(limited, plan), naive, settled.priced());
    }

    /** The fractional optimum and the plan that can be sent. */
    record Planned(CostRounds.Settled settled, Plan plan) {}

    /** Where a search ended badly the yardstick may be the better start. */
    private static Plan fromNaive(Limited limited, Plan naive) {
        if (!limited.priced().problem.policy.wholeShares()) return naive;
        Plan whole = whole(limited, naive);
        return LargeTickets.isBetter(limited, whole, naive) ? whole : naive;
    }

    /** All but the words: no tickets, reasons and yardstick. */
    static Planned plan(RebalancingRequest request) {
        CostRounds.Settled settled = CostRounds.settle(new HouseholdProblem(request));
        ChoiceTrials.Tradable tradable = ChoiceTrials.of(settled.limited());
        return new Planned(new CostRounds.Settled(settled.priced(), tradable.limited()), tradable.plan());
    }

    /** The plan as it can be sent: minimum trade and whole shares. */
    static Plan tradable(Limited limited) {
        Solution solution = limited.priced();
        HouseholdProblem problem = solution.problem;
        boolean minimum = problem.policy.minimumTrade().signum() > 0
                || problem.policy.minimumBenefit().signum() > 0;
        if (!minimum && !problem.policy.wholeShares()) return limited.plan();
        Plan plan = minimum ? LargeTickets.of(limited) : limited.plan();
        if (problem.policy.wholeShares()) plan = whole(limited, plan);
        return TicketSearch.improve(solution, plan);
    }

    private static Plan whole(Limited limited, Plan plan) {
        Solution solution = limited.priced();
        boolean mixed = limited.plan() != solution.plan;
        return WholeShares.of(solution, plan, mixed ? RegionSum.of(solution, plan) : List.of());
    }
}
