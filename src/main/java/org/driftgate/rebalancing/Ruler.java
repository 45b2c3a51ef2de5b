package org.driftgate.rebalancing;

import java.util.List;
import java.util.Optional;

/** Measures trades, whoever proposed them, by the objective that the rebalancer minimises. */
public final class Ruler {

    private final Solution solution;
    private final HouseholdProblem problem;
    private final Plan given;

    private Ruler(Limited limited) {
        solution = limited.priced();
        problem = solution.problem;
        given = Plan.nothing(problem).drawing(limited.plan().drawn);
    }

    /** Empty when a trade is where the request lets nothing trade. Throws {@link InvalidHousehold} as the rebalancer. */
    public static Optional<Measured> measure(RebalancingRequest request, List<PlannedTrade> trades) {
        CostRounds.Settled settled = CostRounds.settle(new HouseholdProblem(request));
        var ruler = new Ruler(settled.limited());
        for (PlannedTrade trade : trades) if (!ruler.add(trade)) return Optional.empty();
        PlanView best = new PlanView(settled.limited(), Rebalancer.tradable(settled.limited()));
        return Optional.of(ruler.beside(new Answer(best, settled.priced()).rebalancing()));
    }

    private Measured beside(Rebalancing best) {
        PlanValue value = value(given, choices());
        double[] naive = NaiveRebalancer.trades(solution);
        Plan greedy = Plan.of(problem, solution.stack, solution.groups, solution.choices, naive)
                .drawing(given.drawn);
        return new Measured(
                best,
                objective(value) / 100,
                keepsRules(value),
                keepsRules(value(greedy, solution.choices)),
                Cents.dollars(value.tax),
                Cents.dollars(value.cost));
    }

    private boolean add(PlannedTrade trade) {
        for (int position = 0; position < problem.positions.count; position++)
            if (isIn(position, trade)) return trade.isSale() ? sell(position, trade) : buy(position, trade);
        return false;
    }

    private boolean isIn(int position, PlannedTrade trade) {
        String account =
                problem.accounts.get(problem.positions.account[position]).id();
        return account.equals(trade.account().value())
                && symbol(position).equals(trade.symbol().value());
    }

    private String symbol(int position) {
        return problem.securities.get(problem.positions.security[position]).symbol();
    }

    private boolean buy(int position, PlannedTrade trade) {
        given.bought[position] += Cents.of(trade.amount().amount());
        return problem.positions.mayBuy[position];
    }

    private boolean sell(int position, PlannedTrade trade) {
        for (LotPart part : trade.lots()) {
            int lot = lot(position, part);
            if (lot < 0) return false;
            double share = part.quantity().shares().doubleValue()
                    / problem.lots.lot.get(lot).quantity().doubleValue();
            given.sold[lot] += Math.min(1, share) * problem.lots.cents[lot];
        }
        return true;
    }

    private int lot(int position, LotPart part) {
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            if (problem.lots.lot.get(lot).id().equals(part.lot().value())) return lot;
        return -1;
    }

    /** What the given trades themselves decide about each group: to buy, or where losses may be sold to harvest. */
    private WashChoice[] choices() {
        WashChoice[] choices = solution.choices.clone();
        for (int position = 0; position < problem.positions.count; position++) {
            int group = solution.groups.groupOf[problem.positions.security[position]];
            boolean harvests = given.sold(problem, position) > 0
                    && solution.groups.allowed.get(group).contains(WashChoice.HARVEST);
            if (harvests) choices[group] = WashChoice.HARVEST;
        }
        for (int position = 0; position < problem.positions.count; position++)
            if (given.bought[position] > 0)
                choices[solution.groups.groupOf[problem.positions.security[position]]] = WashChoice.BUY;
        return choices;
    }

    private PlanValue value(Plan plan, WashChoice[] choices) {
        HouseholdProblem paying = problem.paying(TradingCosts.of(problem, plan));
        var wash = new WashView(problem, solution.groups, choices);
        return PlanValue.of(paying, solution.stack, solution.prices, plan, wash);
    }

    /** As {@link Answer} states its own. */
    private double objective(PlanValue value) {
        boolean netted = problem.policy.tax() == RebalancingPolicy.Tax.NETTED;
        return netted ? NettedTotals.objective(problem, value) : value.objective() - value.budget;
    }

    private static boolean keepsRules(PlanValue value) {
        return !value.isInfeasible() && value.frozen <= 1;
    }
}
