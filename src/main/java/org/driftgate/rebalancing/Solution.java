package org.driftgate.rebalancing;

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

    private Solution(
            HouseholdProblem problem,
            TaxPrices prices,
            LotStack stack,
            WashGroups groups,
            WashChoice[] choices,
            HouseholdNetwork network,
            ConvexFlow flow) {
        this.problem = problem;
        this.prices = prices;
        this.stack = stack;
        this.groups = groups;
        this.choices = choices;
        this.network = network;
        this.flow = flow;
        double[] trades = new double[problem.positions.count];
        for (int position = 0; position < trades.length; position++)
            trades[position] = flow.flow(network.arc(position));
        plan = Plan.of(problem, stack, groups, choices, trades);
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
            return new Solution(problem, prices, stack, groups, groups.first(), network, decided);
        }
        var flow = new ConvexFlow(network.network);
        WashChoice[] choices = new HarvestChoice(problem, groups, network, flow).search();
        return new Solution(problem, prices, stack, groups, choices, network, flow);
    }

    /** Keeps the choices of another solution under other prices, warm. */
    Solution withPrices(TaxPrices other) {
        var restacked = new LotStack(problem, other);
        var rebuilt = new HouseholdNetwork(problem, restacked, groups, choices);
        var warm = new ConvexFlow(rebuilt.network);
        warm.startFrom(flow);
        warm.solve();
        return new Solution(problem, other, restacked, groups, choices, rebuilt, warm);
    }

    PlanValue value(Plan other) {
        return PlanValue.of(problem, stack, prices, other, wash());
    }

    WashView wash() {
        return new WashView(problem, groups, choices);
    }

    /** What stays between plan and bound, in cents; more than rounding is a defect. */
    double gap() {
        return value.objective() - bound;
    }
}
