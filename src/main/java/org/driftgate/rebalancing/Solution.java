package org.driftgate.rebalancing;

import org.jspecify.annotations.Nullable;

/** A fractional plan that is optimal for given prices and wash choices, with its certificate. */
final class Solution {

    final HouseholdProblem problem;
    final TaxPrices prices;
    final LotStack stack;
    final WashGroups groups;
    final WashChoice[] choices;
    final HouseholdNetwork network;
    final ConvexFlow flow;
    final Plan plan;
    final PlanValue value;
    /** No plan with these choices and prices costs less, in cents. */
    final double bound;

    /** The ways that tickets must go, null for any. */
    private final @Nullable TicketSides sides;

    private Solution(
            HouseholdProblem problem,
            TaxPrices prices,
            LotStack stack,
            WashGroups groups,
            WashChoice[] choices,
            HouseholdNetwork network,
            ConvexFlow flow,
            @Nullable TicketSides sides) {
        this.problem = problem;
        this.sides = sides;
        this.prices = prices;
        this.stack = stack;
        this.groups = groups;
        this.choices = choices;
        this.network = network;
        this.flow = flow;
        double[] trades = new double[problem.positions.count];
        for (int position = 0; position < trades.length; position++)
            trades[position] = flow.flow(network.arc(position));
        plan = Plan.of(problem, stack, groups, choices, trades).drawing(drawn());
        value = value(plan);
        bound = network.bound(flow.potentials());
    }

    /** Searches the wash choices too. */
    static Solution searching(HouseholdProblem problem, TaxPrices prices) {
        var stack = new LotStack(problem, prices);
        var groups = new WashGroups(problem, stack);
        var network = new HouseholdNetwork(problem, stack, groups, groups.first());
        if (groups.isDecided()) {
            var decided = SingleAccountContraction.solve(problem, network);
            return new Solution(problem, prices, stack, groups, groups.first(), network, decided, null);
        }
        var flow = new ConvexFlow(network.network);
        WashChoice[] choices = new HarvestChoice(problem, groups, network, flow).search();
        return new Solution(problem, prices, stack, groups, choices, network, flow, null);
    }

    /** Keeps the choices of another solution under other prices, warm. */
    Solution withPrices(TaxPrices other) {
        return solved(problem, other, new LotStack(problem, other), choices, sides);
    }

    /** Keeps the prices under other choices, warm. */
    Solution withChoices(WashChoice[] others) {
        return solved(problem, prices, stack, others, sides);
    }

    /** At the same prices of gains, the limits at none. */
    Solution withoutLimits() {
        return prices.isLimited() ? withPrices(prices.withoutLimits()) : this;
    }

    /** Keeps prices and choices where the tickets must go given ways, warm. */
    Solution withSides(TicketSides given) {
        return solved(problem, prices, stack, choices, given);
    }

    private Solution solved(
            HouseholdProblem of, TaxPrices at, LotStack restacked, WashChoice[] chosen, @Nullable TicketSides given) {
        var rebuilt = new HouseholdNetwork(of, restacked, groups, chosen);
        if (given != null) given.cut(rebuilt);
        var warm = new ConvexFlow(rebuilt.network);
        warm.startFrom(flow);
        warm.solve();
        return new Solution(of, at, restacked, groups, chosen, rebuilt, warm, given);
    }

    /** What the flow, as it stands now, draws from the sources of cash calls. */
    double[] drawn() {
        double[] drawn = new double[problem.calls.sources()];
        for (int source = 0; source < drawn.length; source++) drawn[source] = flow.flow(network.sourceArc(source));
        return drawn;
    }

    PlanValue value(Plan other) {
        return PlanValue.of(problem, stack, prices, other, wash());
    }

    /** What a plan truly costs in cents: netted tax where the policy asks for it, no prices of limits. */
    double objective(PlanValue of) {
        boolean netted = problem.policy.tax() == RebalancingPolicy.Tax.NETTED;
        return netted ? NettedTotals.objective(problem, of) : of.objective() - of.budget;
    }

    /** With the trading costs of that plan paid from the cash where the policy says so. */
    PlanValue valueAfterCosts(Plan other) {
        return PlanValue.of(problem.paying(TradingCosts.of(problem, other)), stack, prices, other, wash());
    }

    /** Keeps prices and choices for the same household with other trading costs to pay, warm. */
    Solution withCosts(double[] costs) {
        return solved(problem.paying(costs), prices, stack, choices, sides);
    }

    WashView wash() {
        return new WashView(problem, groups, choices);
    }

    /** What stays between plan and bound, in cents; more than rounding is a defect. */
    double gap() {
        return value.objective() - bound;
    }
}
