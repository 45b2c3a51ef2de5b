package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** Throws {@link InvalidHousehold} as the rebalancer. */
    public static Measurement measure(RebalancingRequest request, List<PlannedTrade> trades) {
        return measure(request, request, trades);
    }

    /** The same with trades in what only a wider request lets be bought; the best beside them is that of the first. */
    public static Measurement measure(RebalancingRequest request, RebalancingRequest wider, List<PlannedTrade> trades) {
        CostRounds.Settled settled = CostRounds.settle(new HouseholdProblem(request));
        Limited limited = settled.limited();
        var ruler = new Ruler(
                wider == request
                        ? limited
                        : CostRounds.settle(new HouseholdProblem(wider)).limited());
        List<String> reasons = ruler.addAll(trades);
        if (!reasons.isEmpty()) return new Measurement.Missing(reasons);
        Answer answer = Rebalancer.answer(settled);
        boolean greedyKeepsRules = new Ruler(limited).keepsRules(answer.naive);
        return ruler.beside(answer.rebalancing(), greedyKeepsRules, outside(request, trades));
    }

    private static List<String> outside(RebalancingRequest request, List<PlannedTrade> trades) {
        Set<String> buyable = request.securities().stream()
                .filter(TradedSecurity::buyable)
                .map(TradedSecurity::symbol)
                .collect(Collectors.toSet());
        return trades.stream()
                .filter(trade -> !trade.isSale())
                .map(trade -> trade.symbol().value())
                .filter(symbol -> !buyable.contains(symbol))
                .distinct()
                .toList();
    }

    private Measured beside(Rebalancing best, boolean greedyKeepsRules, List<String> outside) {
        PlanValue value = value(given, choices());
        return new Measured(
                best,
                objective(value) / 100,
                keepsRules(value),
                greedyKeepsRules,
                Cents.dollars(value.tax),
                Cents.dollars(value.cost),
                outside);
    }

    private boolean keepsRules(Plan plan) {
        return keepsRules(value(plan, solution.choices));
    }

    private List<String> addAll(List<PlannedTrade> trades) {
        List<String> reasons = new ArrayList<>();
        for (PlannedTrade trade : trades) {
            String reason = add(trade);
            if (reason != null) reasons.add(reason);
        }
        return reasons;
    }

    /** Why the trade cannot be part of a plan, null when it is part of one now. */
    private @Nullable String add(PlannedTrade trade) {
        for (int position = 0; position < problem.positions.count; position++)
            if (isIn(position, trade)) return trade.isSale() ? sell(position, trade) : buy(position, trade);
        String account = trade.account().value();
        boolean tradable = problem.accounts.stream().anyMatch(one -> one.id().equals(account) && one.tradable());
        if (!tradable) return "account %s is not traded under the policy".formatted(account);
        return trade.isSale()
                ? "account %s holds no %s".formatted(account, trade.symbol())
                : notBought(account, trade.symbol().value());
    }

    private String notBought(String account, String symbol) {
        String rule = problem.accounts.stream()
                .filter(one -> one.id().equals(account))
                .map(one -> one.barred().get(symbol))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("it is not among the securities of the policy");
        return "%s is not bought in account %s under the policy: %s".formatted(symbol, account, rule);
    }

    private boolean isIn(int position, PlannedTrade trade) {
        return account(position).equals(trade.account().value())
                && symbol(position).equals(trade.symbol().value());
    }

    private String account(int position) {
        return problem.accounts.get(problem.positions.account[position]).id();
    }

    private String symbol(int position) {
        return problem.securities.get(problem.positions.security[position]).symbol();
    }

    private @Nullable String buy(int position, PlannedTrade trade) {
        given.bought[position] += Cents.of(trade.amount().amount());
        return problem.positions.mayBuy[position] ? null : notBought(account(position), symbol(position));
    }

    private @Nullable String sell(int position, PlannedTrade trade) {
        for (LotPart part : trade.lots()) {
            int lot = lot(position, part);
            if (lot < 0) return "account %s has no lot %s".formatted(account(position), part.lot());
            double share = part.quantity().shares().doubleValue()
                    / problem.lots.lot.get(lot).quantity().doubleValue();
            given.sold[lot] += Math.min(1, share) * problem.lots.cents[lot];
        }
        return null;
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
