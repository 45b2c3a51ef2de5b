package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a plan back into shares and dollars. */
final class Answer {

    private final HouseholdProblem problem;
    private final Limited limited;
    private final Plan plan;
    private final PlanValue value;
    private final PlanValue before;
    private final Tickets tickets;

    Answer(PlanView view, TaxRounds.Priced free) {
        problem = view.problem;
        limited = view.limited;
        plan = view.plan;
        value = view.value;
        before = free.solution().value(Plan.nothing(problem));
        tickets = new Tickets(view);
    }

    Rebalancing rebalancing() {
        String reason = Shortfall.reason(problem, limited, value);
        return new Rebalancing(
                problem.request.household(),
                status(reason),
                reason,
                objective(plan) / 100,
                limited.bound() / 100,
                limited.priced().gap() / 100,
                objective(greedy()) / 100,
                Cents.dollars(value.tax),
                tickets.bill.tax(),
                tickets.bill.realized(),
                Cents.dollars(value.cost),
                Cents.dollars(value.outside),
                Cents.dollars(before.deviation),
                Cents.dollars(value.deviation),
                Cents.dollars(problem.value),
                endCash(),
                tickets.trades,
                tickets.sales,
                flags());
    }

    /** With netted tax where the policy asks for it, without the price of the budget. */
    private double objective(Plan of) {
        PlanValue worth = limited.priced().value(of);
        boolean netted = problem.policy.tax() == RebalancingPolicy.Tax.NETTED;
        return netted ? NettedTotals.objective(problem, worth) : worth.objective() - worth.budget;
    }

    private Plan greedy() {
        Solution solution = limited.priced();
        double[] greedy = NaiveRebalancer.trades(solution);
        return Plan.of(problem, solution.stack, solution.groups, solution.choices, greedy);
    }

    /** Groups with losses and a purchase in the last 30 days. */
    private List<String> flags() {
        var wash = new WashFlags(problem, limited.priced().groups);
        List<String> flags = new ArrayList<>();
        for (int group = 0; group < limited.priced().groups.count; group++) {
            List<String> bought = wash.recentlyBought(group);
            if (!bought.isEmpty() && limited.priced().groups.hasLoss(group))
                flags.add("%s: %s".formatted(String.join(", ", bought), WashFlags.RECENT_PURCHASE));
        }
        return flags;
    }

    private Rebalancing.Status status(String reason) {
        if (!reason.isEmpty()) return Rebalancing.Status.INFEASIBLE;
        return tickets.trades.isEmpty() ? Rebalancing.Status.NO_TRADE : Rebalancing.Status.OK;
    }

    private Map<String, BigDecimal> endCash() {
        Map<String, BigDecimal> cash = new LinkedHashMap<>();
        for (int account = 0; account < value.endCash.length; account++)
            cash.put(problem.accounts.get(account).id(), Cents.dollars(value.endCash[account]));
        return cash;
    }
}
