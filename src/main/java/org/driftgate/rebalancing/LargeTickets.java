package org.driftgate.rebalancing;

import java.util.List;

/**
 * A plan whose tickets keep the minimum trade and that keeps the limits as well: that of the search at the prices of the
 * limits, the fractional plan without what is small, or a mix again, whichever costs least (specification §6.2).
 */
final class LargeTickets {

    private static final double CENT = 1;
    private static final int MOST_TRIALS = 24;

    private LargeTickets() {}

    /** A plan that keeps the limits too; where the fractional plan is a mix, its tickets and those found are mixed again. */
    static Plan of(Limited limited) {
        Plan vertex = atPrices(limited);
        if (limited.plan() == limited.priced().plan) return vertex;
        HouseholdProblem problem = limited.priced().problem;
        Plan best = vertex;
        Plan large = withoutSmall(limited);
        if (hasNoSmall(problem, large) && total(limited, large) < total(limited, best) - CENT) best = large;
        for (Plan like : List.of(limited.plan(), vertex)) {
            Plan next = SidedPlan.of(limited, TicketSides.of(problem, like));
            if (isKept(limited, next) && total(limited, next) < total(limited, best) - CENT) best = next;
        }
        return best;
    }

    private static boolean hasNoSmall(HouseholdProblem problem, Plan plan) {
        double least = Cents.of(problem.policy.minimumTrade());
        for (int position = 0; position < problem.positions.count; position++) {
            double trade = Math.abs(plan.net(problem, position));
            if (trade != 0 && trade < least) return false;
        }
        return true;
    }

    /** The true objective in cents, with the minimum benefit of every ticket. */
    static double total(Limited limited, Plan plan) {
        Solution priced = limited.priced();
        int tickets = 0;
        for (int position = 0; position < priced.problem.positions.count; position++)
            if (Math.abs(plan.net(priced.problem, position)) > CENT) tickets++;
        return priced.objective(priced.valueAfterCosts(plan))
                + tickets * Cents.of(priced.problem.policy.minimumBenefit());
    }

    /** Whether a plan costs less than another, by a cent, and breaks no limit that the other keeps. */
    static boolean isBetter(Limited limited, Plan plan, Plan than) {
        Solution priced = limited.priced();
        boolean kept = PlanLimit.of(priced.problem).stream()
                .allMatch(limit -> limit.isKept(priced, plan) || !limit.isKept(priced, than));
        return kept && total(limited, plan) < total(limited, than) - CENT;
    }

    private static boolean isKept(Limited limited, Plan plan) {
        Solution priced = limited.priced();
        return PlanLimit.of(priced.problem).stream()
                .allMatch(limit -> limit.isKept(priced, plan) || !limit.isKept(priced, limited.plan()));
    }

    /** The search at the prices of the limits: while it breaks them, they rise. */
    private static Plan atPrices(Limited limited) {
        Solution priced = limited.priced();
        HouseholdProblem problem = priced.problem;
        List<PlanLimit> limits = PlanLimit.of(problem);
        double[] prices =
                limits.stream().mapToDouble(limit -> limit.price(priced.prices)).toArray();
        Plan plan = MinimumTrade.plan(priced);
        for (int trial = 0; trial < MOST_TRIALS && raise(limits, prices, priced, plan); trial++)
            plan = MinimumTrade.plan(priced.withPrices(LinearLimit.priced(priced.prices, limits, prices)));
        return isKept(limited, plan) ? plan : withoutSmall(limited);
    }

    /** Limits override minimums: only what is small and neither cash nor a limit needs goes. */
    private static Plan withoutSmall(Limited limited) {
        Solution priced = limited.priced();
        HouseholdProblem problem = priced.problem;
        Plan plan = limited.plan();
        double[] trades = new double[problem.positions.count];
        for (int position = 0; position < trades.length; position++) trades[position] = plan.net(problem, position);
        var room = new LimitRoom(priced, plan);
        room.start(trades);
        var state = new ShareState(problem, plan.drawn);
        for (int position = 0; position < trades.length; position++) state.move(position, trades[position]);
        double least = Cents.of(problem.policy.minimumTrade());
        for (int position = 0; position < trades.length; position++) {
            double change = -trades[position];
            boolean small = change != 0 && Math.abs(change) < least;
            boolean free = small
                    && room.allows(position, change)
                    && state.affords(
                            problem.positions.account[position],
                            state.cash(position, change),
                            state.paid(position, change));
            if (!free) continue;
            room.move(position, change);
            state.move(position, change);
            trades[position] = 0;
        }
        return plan.moved(priced, trades);
    }

    /** Raises the prices of the limits that a plan breaks; false when it breaks none. */
    private static boolean raise(List<PlanLimit> limits, double[] prices, Solution solution, Plan plan) {
        boolean raised = false;
        for (int row = 0; row < prices.length; row++) {
            PlanLimit limit = limits.get(row);
            if (limit.isKept(solution, plan) || prices[row] >= limit.dearest()) continue;
            prices[row] = Math.min(limit.dearest(), Math.max(0.001, prices[row] * 2));
            raised = true;
        }
        return raised;
    }
}
