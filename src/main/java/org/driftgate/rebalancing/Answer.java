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
    final Plan naive;
    private final PlanValue value;
    private final PlanValue before;
    private final Tickets tickets;

    Answer(PlanView view, Plan naive, TaxRounds.Priced free) {
        problem = view.problem;
        limited = view.limited;
        plan = view.plan;
        this.naive = naive;
        value = view.value;
        before = free.solution().valueAfterCosts(Plan.nothing(problem).drawing(plan.drawn));
        tickets = new Tickets(view);
    }

    Rebalancing rebalancing() {
        Shortfall shortfall = Shortfall.of(limited, plan, value);
        String reason = shortfall.obstacles().isEmpty() ? worsening() : shortfall.reason();
        return new Rebalancing(
                problem.request.household(),
                status(shortfall),
                reason,
                objective(plan) / 100,
                limited.boundFor(plan) / 100,
                limited.priced().gap() / 100,
                objective(naive) / 100,
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
                flags(),
                draws(),
                shortfall.obstacles());
    }

    private double objective(Plan of) {
        return limited.priced().objective(limited.priced().valueAfterCosts(of));
    }

    /** Groups with losses and a purchase in the last 30 days. */
    private List<String> flags() {
        var wash = new WashFlags(problem, limited.priced().groups);
        List<String> flags = new ArrayList<>();
        for (int group = 0; group < limited.priced().groups.count; group++) {
            if (!limited.priced().groups.hasLoss(group)) continue;
            List<String> bought = wash.recentlyBought(group);
            if (!bought.isEmpty()) flags.add("%s: %s".formatted(String.join(", ", bought), WashFlags.RECENT_PURCHASE));
        }
        flags.addAll(wash.forced(plan, limited.priced().wash()));
        return flags;
    }

    /** A plan that ends further from the targets says so; empty otherwise. */
    private String worsening() {
        if (value.deviation <= before.deviation + 1) return "";
        boolean called = problem.calls.amount.length > 0;
        for (int account = 0; account < problem.need.length; account++)
            called |= problem.cash[account] < problem.need[account] + problem.reserve[account];
        return "Drift rises from %s to %s%s"
                .formatted(
                        Cents.text(before.deviation),
                        Cents.text(value.deviation),
                        called ? ": cash must be raised" : "");
    }

    private Rebalancing.Status status(Shortfall shortfall) {
        if (!shortfall.obstacles().isEmpty()) return Rebalancing.Status.INFEASIBLE;
        return tickets.trades.isEmpty() ? Rebalancing.Status.NO_TRADE : Rebalancing.Status.OK;
    }

    private List<Rebalancing.Draw> draws() {
        CallBook calls = problem.calls;
        List<Rebalancing.Draw> draws = new ArrayList<>();
        for (int source = 0; source < calls.sources(); source++)
            if (plan.drawn[source] > 0)
                draws.add(new Rebalancing.Draw(
                        calls.call.get(calls.sourceCall[source]).id(),
                        problem.accounts.get(calls.sourceAccount[source]).id(),
                        Cents.dollars(plan.drawn[source])));
        return draws;
    }

    private Map<String, BigDecimal> endCash() {
        Map<String, BigDecimal> cash = new LinkedHashMap<>();
        for (int account = 0; account < value.endCash.length; account++)
            cash.put(problem.accounts.get(account).id(), Cents.dollars(value.endCash[account]));
        return cash;
    }
}
