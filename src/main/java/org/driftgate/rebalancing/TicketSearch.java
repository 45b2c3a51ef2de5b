package org.driftgate.rebalancing;

/**
 * Minimum trade, minimum benefit and whole shares of a household with few tickets, by branch and bound: every node is a flow
 * whose tickets keep to a range; its cost, with the benefit of the tickets that must be, is a bound. Exact for the wash
 * choices at hand as long as it ends before its limit of nodes.
 */
final class TicketSearch {

    static final int MOST_TICKETS = 8;
    static final int MOST_NODES = 10_000;
    private static final double WORTHWHILE = 0.5;

    private final Solution solution;
    private final HouseholdProblem problem;
    private final FlowNetwork network;
    private final double least;
    private final double benefit;
    private final double[] price;
    private final double[] noPotentials;
    private final double[] noFlows;
    private Plan best;
    private double bestCost;
    private int nodes;

    private TicketSearch(Solution solution, Plan found) {
        this.solution = solution;
        problem = solution.problem;
        network = solution.network.network;
        least = Cents.of(problem.policy.minimumTrade());
        benefit = Cents.of(problem.policy.minimumBenefit());
        price = new double[problem.positions.count];
        for (int position = 0; position < price.length; position++) price[position] = price(position);
        noPotentials = new double[network.nodes()];
        noFlows = new double[network.arcs()];
        best = found;
        bestCost = solution.value(found).objective() + benefits(found);
    }

    /** The better of a plan found otherwise and the best one of this search, which may leave it alone. */
    static Plan improve(Solution solution, Plan found) {
        if (solution.problem.positions.count > MOST_TICKETS) return found;
        var search = new TicketSearch(solution, found);
        if (!search.applies()) return found;
        search.run();
        return search.best;
    }

    /** Leaves curves, flows and potentials as they were: the reasons of trades are read off them. */
    private void run() {
        var before = new FlowState(network);
        solution.flow.save(before);
        int[] curves = new int[price.length];
        for (int position = 0; position < curves.length; position++) {
            curves[position] = network.curve(arc(position));
            network.useCurve(arc(position), curve(position));
        }
        visit();
        for (int position = 0; position < curves.length; position++) network.useCurve(arc(position), curves[position]);
        solution.flow.restore(before);
    }

    /** A share in cents; zero where fractions trade. */
    private double price(int position) {
        if (!problem.isWhole(position)) return 0;
        TradedSecurity security = problem.securities.get(problem.positions.security[position]);
        return security.price().movePointRight(2).doubleValue();
    }

    private int curve(int position) {
        return solution.network.variant(position, solution.wash().of(position));
    }

    private boolean applies() {
        if (problem.policy.limits().costsFromCash() || !PlanLimit.of(problem).isEmpty()) return false;
        if (problem.calls.sources() > 0 || solution.value(best).shortages > 0) return false;
        for (int position = 0; position < price.length; position++)
            if (price[position] > 0 && !isWhole(position)) return false;
        return true;
    }

    /** Whether cents and shares agree: a price in whole cents, a holding in whole shares. */
    private boolean isWhole(int position) {
        double lowest = network.curves.lowest(curve(position));
        return price[position] == Math.rint(price[position]) && lowest % price[position] == 0;
    }

    private void visit() {
        nodes++;
        solution.flow.startFrom(noPotentials, noFlows);
        solution.flow.solve();
        if (solution.flow.cost() + benefit * decided() >= bestCost - WORTHWHILE) return;
        int position = furthest();
        if (position >= 0) {
            branch(position);
            return;
        }
        keep();
        position = benefit > 0 ? undecided() : -1;
        if (position >= 0) split(position);
    }

    /** The tickets that their ranges demand. */
    private int decided() {
        int decided = 0;
        for (int position = 0; position < price.length; position++) if (!mayBeNothing(position)) decided++;
        return decided;
    }

    private boolean mayBeNothing(int position) {
        int curve = network.curve(arc(position));
        return network.curves.lowest(curve) <= 0 && network.curves.highest(curve) >= 0;
    }

    /** The smallest ticket that might as well be none, -1 without one. */
    private int undecided() {
        int smallest = -1;
        for (int position = 0; position < price.length; position++) {
            double trade = Math.abs(flow(position));
            if (trade == 0 || !mayBeNothing(position)) continue;
            if (smallest < 0 || trade < Math.abs(flow(smallest))) smallest = position;
        }
        return smallest;
    }

    /** What it costs that tickets are written. */
    private double benefits(Plan plan) {
        int tickets = 0;
        for (int position = 0; position < price.length; position++) if (plan.net(problem, position) != 0) tickets++;
        return benefit * tickets;
    }

    private void keep() {
        double[] trades = new double[price.length];
        for (int position = 0; position < trades.length; position++) trades[position] = flow(position);
        Plan plan = Plan.of(problem, solution.stack, solution.groups, solution.choices, trades)
                .drawing(solution.drawn());
        double cost = solution.value(plan).objective() + benefits(plan);
        boolean truly = truly(plan) < truly(best);
        if (cost >= bestCost || !truly) return;
        best = plan;
        bestCost = cost;
    }

    private double truly(Plan plan) {
        return solution.objective(solution.value(plan)) + benefits(plan);
    }

    /** A ticket, or none and the other way. */
    private void split(int position) {
        boolean buys = flow(position) > 0;
        double smallest = Math.max(1, least(price[position]));
        visit(position, !buys, buys ? 0 : -smallest, buys ? smallest : 0);
        visit(position, buys, buys ? 0 : -smallest, buys ? smallest : 0);
    }

    /** Below a trade that no ticket may be, and above it; the nearer side first. */
    private void branch(int position) {
        double trade = flow(position);
        double below = below(position, trade);
        double above = above(position, trade);
        boolean first = trade - below <= above - trade;
        visit(position, first, below, above);
        visit(position, !first, below, above);
    }

    private void visit(int position, boolean lower, double below, double above) {
        int curve = network.curve(arc(position));
        double low = lower ? network.curves.lowest(curve) : above;
        double high = lower ? below : network.curves.highest(curve);
        if (low > high || nodes >= MOST_NODES) return;
        network.useCurve(arc(position), network.curves.cut(curve, low, high));
        if (solution.network.pays(problem.positions.account[position])) visit();
        network.useCurve(arc(position), curve);
    }

    /** The ticket that lies furthest from what it may be, in cents; -1 when all are allowed. */
    private int furthest() {
        int furthest = -1;
        double most = 0;
        for (int position = 0; position < price.length; position++) {
            double trade = flow(position);
            double away = Math.min(trade - below(position, trade), above(position, trade) - trade);
            if (away <= most) continue;
            most = away;
            furthest = position;
        }
        return furthest;
    }

    /** The largest allowed trade up to this one. */
    private double below(int position, double trade) {
        double share = price[position];
        double whole = share == 0 ? trade : Math.floor(trade / share) * share;
        if (whole >= 0) return whole < least(share) ? 0 : whole;
        return Math.min(whole, -least(share));
    }

    private double above(int position, double trade) {
        return -below(position, -trade);
    }

    /** The smallest ticket. */
    private double least(double share) {
        return share == 0 ? least : Math.ceil(least / share) * share;
    }

    private double flow(int position) {
        return solution.flow.flow(arc(position));
    }

    private int arc(int position) {
        return solution.network.arc(position);
    }
}
