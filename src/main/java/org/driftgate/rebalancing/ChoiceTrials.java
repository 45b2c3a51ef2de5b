package org.driftgate.rebalancing;

/**
 * The wash choices once more where shares and minimums decide much: a household of few tickets is rounded under every
 * other choice whose bound undercuts the plan found (specification §5.1 and §6). A ban on buying that costs the fractional
 * plan nothing may keep the shares from using up the cash.
 */
final class ChoiceTrials {

    private static final double CENT = 1;

    private ChoiceTrials() {}

    /** A plan that can be sent and the fractional one under the same wash choices. */
    record Tradable(Limited limited, Plan plan) {

        double total() {
            return LargeTickets.total(limited, plan);
        }
    }

    static Tradable of(Limited limited) {
        Tradable best = new Tradable(limited, Rebalancer.tradable(limited));
        if (!applies(limited)) return best;
        for (WashChoice[] choices : ChoiceFlips.of(limited.priced())) {
            Limited other = Limited.free(TaxRounds.withChoices(limited.priced(), choices));
            if (other.bound() >= best.total() - CENT) continue;
            Tradable next = new Tradable(other.boundedBy(limited.bound()), Rebalancer.tradable(other));
            if (next.total() < best.total() - CENT) best = next;
        }
        return best;
    }

    private static boolean applies(Limited limited) {
        HouseholdProblem problem = limited.priced().problem;
        boolean few = problem.positions.count <= TicketSearch.MOST_TICKETS;
        boolean rounds =
                problem.policy.wholeShares() || problem.policy.minimumTrade().signum() > 0;
        boolean free =
                PlanLimit.of(problem).isEmpty() && !problem.policy.limits().costsFromCash();
        return few && rounds && free && limited.isWithin();
    }
}
