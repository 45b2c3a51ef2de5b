package org.driftgate.rebalancing;

/**
 * Keeps every ticket at nothing or at least the minimum trade (specification §6.2): tickets below it start at nothing;
 * then single tickets and pairs of a sale and a purchase in one account are tried at the minimum. A ticket that improves
 * the objective by less than the minimum benefit goes, and with it what the warm solution then drops too. A local search.
 */
final class MinimumTrade {

    private static final double CENT = 1;

    private final Solution solution;
    private final HouseholdProblem problem;
    private final FlowNetwork network;
    private final ConvexFlow flow;
    private final double least;
    private final double benefit;
    private final int[] whole;
    private final int[][] variant;
    private final boolean[] pinned;
    /** What each account lacks even without minimums. */
    private final double[] couldMiss;

    private double cost;

    private MinimumTrade(Solution solution) {
        this.solution = solution;
        problem = solution.problem;
        least = Cents.of(problem.policy.minimumTrade());
        benefit = Cents.of(problem.policy.minimumBenefit());
        network = solution.network.network;
        flow = solution.flow;
        whole = new int[problem.positions.count];
        couldMiss = missing();
        pinned = new boolean[whole.length];
        variant = new int[whole.length][3];
        for (int position = 0; position < whole.length; position++) {
            whole[position] = network.curve(arc(position));
            for (int side = -1; side <= 1; side++)
                variant[position][side + 1] = TicketSides.cut(network.curves, whole[position], side, least);
        }
    }

    /** Gives the trades per position in cents; network and flow of the solution end there. */
    private static double[] apply(Solution solution) {
        var search = new MinimumTrade(solution);
        search.settle();
        boolean improved = true;
        while (improved) improved = search.improveOne() || search.improvePair() || search.dropOne();
        search.override();
        return search.trades();
    }

    /** A plan at the prices of a solution, whose network and flow end there. */
    static Plan plan(Solution solution) {
        double[] trades = apply(solution);
        return Plan.of(solution.problem, solution.stack, solution.groups, solution.choices, trades)
                .drawing(solution.drawn());
    }

    /** Pins every ticket that is too small to nothing until none is left. */
    private void settle() {
        boolean found = true;
        while (found) {
            found = false;
            for (int position = 0; position < whole.length; position++) {
                double trade = Math.abs(flow.flow(arc(position)));
                if (trade == 0 || trade >= least) continue;
                if (!pin(position, 0)) continue;
                found = true;
            }
            if (found) flow.solve();
        }
        cost = flow.cost();
    }

    private boolean improveOne() {
        for (int position = 0; position < whole.length; position++) {
            if (!pinned[position]) continue;
            for (int side = -1; side <= 1; side++) if (improves(position, side, position, side)) return true;
        }
        return false;
    }

    private boolean improvePair() {
        for (int selling = 0; selling < whole.length; selling++) {
            if (!pinned[selling]) continue;
            for (int buying = 0; buying < whole.length; buying++) {
                boolean pair = pinned[buying]
                        && buying != selling
                        && problem.positions.account[buying] == problem.positions.account[selling];
                if (pair && improves(selling, -1, buying, 1)) return true;
            }
        }
        return false;
    }

    /** Lets one ticket go that is not worth it. */
    private boolean dropOne() {
        for (int position = 0; benefit > 0 && position < whole.length; position++)
            if (flow.flow(arc(position)) != 0 && improves(position, 0, position, 0)) return true;
        return false;
    }

    /** Needs override minimums: an account that a minimum leaves short may sell less than it, where it must. */
    private void override() {
        double[] missing = missing();
        boolean[] lacks = new boolean[missing.length];
        boolean any = false;
        for (int account = 0; account < missing.length; account++) {
            lacks[account] = missing[account] > couldMiss[account] + CENT;
            any |= lacks[account];
        }
        if (!any) return;
        for (int position = 0; position < whole.length; position++)
            if (lacks[problem.positions.account[position]]) release(position);
        flow.solve();
        double[] least = missing();
        for (int position = 0; position < whole.length; position++)
            if (lacks[problem.positions.account[position]]) pinAgain(position, least);
    }

    /** Lets a position sell any amount and buy no more than it does. */
    private void release(int position) {
        Curves curves = network.curves;
        int curve = whole[position];
        double most = Math.max(0, flow.flow(arc(position)));
        if (curves.lowest(curve) <= 0 && curves.highest(curve) >= most)
            network.useCurve(arc(position), curves.cut(curve, curves.lowest(curve), most));
    }

    /** A small sale that no need takes goes after all, unless another one would break a promise instead. */
    private void pinAgain(int position, double[] least) {
        double trade = Math.abs(flow.flow(arc(position)));
        int nothing = variant[position][1];
        if (trade == 0 || trade >= this.least || nothing < 0) return;
        int released = network.curve(arc(position));
        double was = flow.cost();
        network.useCurve(arc(position), nothing);
        flow.solve();
        boolean kept = flow.cost() <= was + Tiers.DEAR * trade;
        double[] now = missing();
        for (int account = 0; account < now.length; account++) kept &= now[account] <= least[account] + CENT;
        if (kept) return;
        network.useCurve(arc(position), released);
        flow.solve();
    }

    /** What of need, reserve and calls each account leaves unpaid. */
    private double[] missing() {
        Plan plan = Plan.of(problem, solution.stack, solution.groups, solution.choices, trades())
                .drawing(solution.drawn());
        PlanValue value = solution.value(plan);
        double[] missing = new double[value.endCash.length];
        for (int account = 0; account < missing.length; account++)
            missing[account] = CashCurve.missing(value.endCash[account])
                    + CashCurve.breached(problem, account, value.endCash[account]);
        CallBook calls = problem.calls;
        for (int source = 0; source < plan.drawn.length; source++)
            missing[calls.sourceAccount[source]] += calls.missing(plan.drawn, calls.sourceCall[source]);
        return missing;
    }

    /** The objective and the minimum benefit of every ticket. */
    private double total() {
        int tickets = 0;
        for (int position = 0; position < whole.length; position++) if (flow.flow(arc(position)) != 0) tickets++;
        return cost + benefit * tickets;
    }

    private boolean improves(int left, int leftSide, int right, int rightSide) {
        double bound = cost + change(left, leftSide) + (left == right ? 0 : change(right, rightSide));
        if (bound >= total() - CENT) return false;
        var before = new FlowState(network);
        flow.save(before);
        int[] curves = curves();
        boolean[] wasPinned = pinned.clone();
        double was = cost;
        double wasTotal = total();
        boolean possible = pin(left, leftSide) && (left == right || pin(right, rightSide));
        if (possible && pays(left) && pays(right)) {
            flow.solve();
            settle();
            if (total() < wasTotal - CENT) return true;
        }
        for (int position = 0; position < whole.length; position++) network.useCurve(arc(position), curves[position]);
        System.arraycopy(wasPinned, 0, pinned, 0, pinned.length);
        flow.restore(before);
        cost = was;
        return false;
    }

    private boolean pays(int position) {
        return solution.network.pays(problem.positions.account[position]);
    }

    private boolean pin(int position, int side) {
        int curve = variant[position][side + 1];
        if (curve < 0) return false;
        network.useCurve(arc(position), curve);
        pinned[position] = true;
        return true;
    }

    /** How much a pin costs at least. */
    private double change(int position, int side) {
        int curve = variant[position][side + 1];
        return curve < 0
                ? Double.POSITIVE_INFINITY
                : DualBound.change(network, flow.potentials(), arc(position), curve);
    }

    private int[] curves() {
        int[] curves = new int[whole.length];
        for (int position = 0; position < whole.length; position++) curves[position] = network.curve(arc(position));
        return curves;
    }

    private double[] trades() {
        double[] trades = new double[whole.length];
        for (int position = 0; position < whole.length; position++) trades[position] = flow.flow(arc(position));
        return trades;
    }

    private int arc(int position) {
        return solution.network.arc(position);
    }
}
