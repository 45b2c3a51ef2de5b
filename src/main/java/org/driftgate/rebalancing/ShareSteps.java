package org.driftgate.rebalancing;

/**
 * The next step of one share up and down for every position, whether it is allowed and what it changes, kept up to date
 * as shares move. The curve of a position carries its bans, wash choice and limits as its domain. Money in cents.
 */
final class ShareSteps {

    static final int UP = 0;
    static final int DOWN = 1;

    private final HouseholdProblem problem;
    private final Curves curves;
    private final ShareState state;
    private final int[] curve;
    private final double[] price;
    private final boolean[] whole;
    private final double least;
    /** NaN where a step is forbidden. */
    private final double[][] step;
    /** What a step costs in its own position and security. */
    private final double[][] own;

    private final int[][] positionsOf;

    ShareSteps(Solution solution, double[] fractional) {
        problem = solution.problem;
        curves = solution.network.network.curves;
        state = new ShareState(problem);
        least = Cents.of(problem.policy.minimumTrade());
        int count = fractional.length;
        curve = new int[count];
        price = new double[count];
        whole = new boolean[count];
        step = new double[2][count];
        own = new double[2][count];
        positionsOf = positionsOf();
        WashView wash = solution.wash();
        for (int position = 0; position < count; position++) {
            TradedSecurity security = problem.securities.get(problem.positions.security[position]);
            curve[position] = solution.network.variant(position, wash.of(position));
            price[position] = security.price().doubleValue() * 100;
            whole[position] = !security.fractional();
            state.move(position, rounded(position, fractional[position]));
        }
        for (int position = 0; position < count; position++) refresh(position);
    }

    private int[][] positionsOf() {
        int[] size = new int[problem.securities.size()];
        for (int position = 0; position < problem.positions.count; position++)
            size[problem.positions.security[position]]++;
        int[][] positions = new int[size.length][];
        for (int security = 0; security < size.length; security++) positions[security] = new int[size[security]];
        for (int position = 0; position < problem.positions.count; position++) {
            int security = problem.positions.security[position];
            positions[security][--size[security]] = position;
        }
        return positions;
    }

    /** Buys round down, sales round up in size, so that no account runs out of cash. */
    private double rounded(int position, double wanted) {
        if (!whole[position]) return wanted;
        double shares = Math.floor(wanted / price[position] + 1e-9) * price[position];
        return Math.max(shares, curves.lowest(curve[position]));
    }

    /** Never beyond what may be sold, however the shares round. */
    double[] trades() {
        double[] trades = state.trade.clone();
        for (int position = 0; position < trades.length; position++)
            trades[position] = Math.max(trades[position], curves.lowest(curve[position]));
        return trades;
    }

    double step(int position, int side) {
        return step[side][position];
    }

    private void refresh(int position) {
        for (int side = UP; side <= DOWN; side++) {
            double change = whole[position] ? allowed(position, side == UP) : Double.NaN;
            step[side][position] = change;
            if (!Double.isNaN(change)) own[side][position] = ownCost(position, change);
        }
    }

    /** A share, or the fraction that a sale of everything sweeps; NaN where it is forbidden. */
    private double allowed(int position, boolean up) {
        double share = price[position];
        double now = state.trade[position];
        double lowest = curves.lowest(curve[position]);
        double fraction = -lowest - Math.floor(-lowest / share + 1e-9) * share;
        boolean swept = fraction > 0.5 && now <= lowest + 0.5;
        double change;
        if (up) change = swept ? fraction : share;
        else change = now - share >= lowest - 0.5 ? -share : now - lowest > 0.5 ? lowest - now : Double.NaN;
        double next = now + change;
        boolean inside = next >= lowest - 0.5 && next <= curves.highest(curve[position]) + 0.5;
        boolean tiny = Math.abs(next) < least && Math.abs(next) > 0.5;
        return inside && !tiny ? change : Double.NaN;
    }

    private double ownCost(int position, double change) {
        double now = state.trade[position];
        return curves.cost(curve[position], now + change)
                - curves.cost(curve[position], now)
                + state.securityCost(problem.positions.security[position], change);
    }

    /** What a step alone would cost. */
    double cost(int position, int side) {
        double change = step[side][position];
        return own[side][position]
                + state.tierCost(tier(position), change)
                + state.cashCost(problem.positions.account[position], -change);
    }

    /** What a share up here and a share down there cost beside their cash. */
    double exchangeCost(int up, int down) {
        return own[UP][up] + own[DOWN][down] + state.tierCost(tier(up), step[UP][up], tier(down), step[DOWN][down]);
    }

    double cashCost(int account, double change) {
        return state.cashCost(account, change);
    }

    boolean affords(int account, double change) {
        return state.affords(account, change);
    }

    double endCash(int account) {
        return state.endCash(account);
    }

    int tier(int position) {
        return problem.classOf[problem.positions.security[position]];
    }

    void move(int position, double change) {
        state.move(position, change);
        for (int other : positionsOf[problem.positions.security[position]]) refresh(other);
    }
}
