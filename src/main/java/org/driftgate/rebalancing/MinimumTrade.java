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
    private final boolean[] pinned;
    private double cost;

    private MinimumTrade(Solution solution) {
        this.solution = solution;
        problem = solution.problem;
        least = Cents.of(problem.policy.minimumTrade());
        benefit = Cents.of(problem.policy.minimumBenefit());
        network = solution.network.network;
        flow = solution.flow;
        whole = new int[problem.positions.count];
        pinned = new boolean[whole.length];
        for (int position = 0; position < whole.length; position++) whole[position] = network.curve(arc(position));
    }

    /** Gives the trades per position in cents; network and flow of the solution end there. */
    static double[] apply(Solution solution) {
        var search = new MinimumTrade(solution);
        search.settle();
        boolean improved = true;
        while (improved) improved = search.improveOne() || search.improvePair() || search.dropOne();
        return search.trades();
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

    /** The objective and the minimum benefit of every ticket. */
    private double total() {
        int tickets = 0;
        for (int position = 0; position < whole.length; position++) if (flow.flow(arc(position)) != 0) tickets++;
        return cost + benefit * tickets;
    }

    private boolean improves(int left, int leftSide, int right, int rightSide) {
        var before = new FlowState(network);
        flow.save(before);
        int[] curves = curves();
        boolean[] wasPinned = pinned.clone();
        double was = cost;
        double wasTotal = total();
        if (pin(left, leftSide) && (left == right || pin(right, rightSide))) {
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

    /** Holds a ticket at nothing, or at the minimum or more on one side; false where that is impossible. */
    private boolean pin(int position, int side) {
        Curves curves = network.curves;
        int curve = whole[position];
        double low = side == 0 ? 0 : side > 0 ? least : curves.lowest(curve);
        double high = side == 0 ? 0 : side > 0 ? curves.highest(curve) : -least;
        boolean possible = low <= high && low >= curves.lowest(curve) && high <= curves.highest(curve);
        if (!possible) return false;
        network.useCurve(arc(position), curves.cut(curve, low, high));
        pinned[position] = true;
        return true;
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
