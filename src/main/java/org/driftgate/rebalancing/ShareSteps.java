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
    /** Accounts whose needs override the minimum. */
    private final boolean[] urgent;

    /** NaN where a step is forbidden. */
    private final double[][] step;
    /** What a step costs in its own position and security. */
    private final double[][] own;

    private final int[][] positionsOf;
    private final double[] salePrice;
    /** More than rounding can make of a sum of costs. */
    private final double surely;

    /** Whether a sale may round to fewer shares where more are dear. */
    private final boolean sparing;

    private boolean spared;

    ShareSteps(Solution solution, double[] fractional, double[] drawn, boolean sparing) {
        problem = solution.problem;
        this.sparing = sparing;
        curves = solution.network.network.curves;
        state = new ShareState(problem, drawn);
        least = Cents.of(problem.policy.minimumTrade());
        urgent = new boolean[problem.accounts.size()];
        int count = fractional.length;
        curve = new int[count];
        price = new double[count];
        whole = new boolean[count];
        step = new double[2][count];
        own = new double[2][count];
        positionsOf = positionsOf();
        salePrice = new double[count];
        surely = 1e-4 + 1e-12 * problem.reach;
        WashView wash = solution.wash();
        for (int position = 0; position < count; position++) {
            TradedSecurity security = problem.securities.get(problem.positions.security[position]);
            curve[position] = solution.network.variant(position, wash.of(position));
            price[position] = security.price().doubleValue() * 100;
            whole[position] = !problem.takesFractions(position);
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

    /** Buys round down, below the minimum to nothing, and sales round up in size: no account runs out of cash. */
    private double rounded(int position, double wanted) {
        if (!whole[position]) return wanted;
        double shares = Math.floor(wanted / price[position] + 1e-9) * price[position];
        if (shares > 0 && shares < least(position)) return 0;
        double sold = Math.max(shares, curves.lowest(curve[position]));
        if (!sparing || wanted >= 0 || !isDear(position, wanted, sold)) return sold;
        double fewer = fewer(position, wanted);
        if (fewer > curves.highest(curve[position])) return sold;
        spared = true;
        return fewer;
    }

    /** Whether a sale was rounded to fewer shares. */
    boolean hasSpared() {
        return spared;
    }

    /** Whether selling more sells what only a broken promise would pay: a frozen loss, a gain beyond its budget. */
    private boolean isDear(int position, double wanted, double sold) {
        if (wanted > curves.highest(curve[position])) return false;
        double more = curves.cost(curve[position], sold) - curves.cost(curve[position], wanted);
        return more > Tiers.DEAR * (wanted - sold);
    }

    private double fewer(int position, double wanted) {
        double sold = Math.ceil(wanted / price[position] - 1e-9) * price[position];
        return -sold < least(position) ? 0 : sold;
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

    /** A share, the fraction that a sale of everything sweeps, or more to pass the minimum; NaN where forbidden. */
    private double allowed(int position, boolean up) {
        double now = state.trade[position];
        double lowest = curves.lowest(curve[position]);
        double next = pastMinimum(position, up, now + change(position, up));
        boolean inside = next >= lowest - 0.5 && next <= curves.highest(curve[position]) + 0.5;
        return inside && next != now ? next - now : Double.NaN;
    }

    private double change(int position, boolean up) {
        double share = price[position];
        double now = state.trade[position];
        double lowest = curves.lowest(curve[position]);
        double fraction = -lowest - Math.floor(-lowest / share + 1e-9) * share;
        boolean swept = fraction > 0.5 && now <= lowest + 0.5;
        if (up) return swept ? fraction : share;
        return now - share >= lowest - 0.5 ? -share : now - lowest > 0.5 ? lowest - now : Double.NaN;
    }

    /** A ticket below the minimum becomes nothing on the way back and the first one above it on the way out. */
    private double pastMinimum(int position, boolean up, double next) {
        double minimum = least(position);
        boolean tiny = Math.abs(next) < minimum && Math.abs(next) > 0.5;
        if (!tiny) return next;
        boolean shrinks = next > 0 != up;
        if (shrinks) return 0;
        double least = Math.ceil(minimum / price[position] - 1e-9) * price[position];
        if (next > 0) return least;
        double lowest = curves.lowest(curve[position]);
        return -least >= lowest - 0.5 ? -least : -lowest >= minimum ? lowest : Double.NaN;
    }

    private double least(int position) {
        return urgent[problem.positions.account[position]] ? 0 : least;
    }

    /** From now on the sales of an account need no minimum. */
    void urge(int account) {
        urgent[account] = true;
        for (int position = 0; position < price.length; position++)
            if (problem.positions.account[position] == account) refresh(position);
    }

    boolean isUrgent(int account) {
        return urgent[account];
    }

    /** What is left of a sale of something that nobody wants, less than a share or the minimum; zero otherwise. */
    double rest(int position) {
        double left = state.trade[position] - curves.lowest(curve[position]);
        boolean small = left < price[position] || left < least;
        boolean all = -curves.lowest(curve[position]) >= problem.held(position) - 0.5;
        boolean swept = state.trade[position] < 0 && left > 0.5 && small && all && isUnwanted(position);
        return swept && !isDear(position, state.trade[position], curves.lowest(curve[position])) ? left : 0;
    }

    private boolean isUnwanted(int position) {
        int security = problem.positions.security[position];
        DriftCurve.Band own = problem.securityBand[security];
        return (own == DriftCurve.Band.FREE ? problem.classBand[problem.classOf[security]] : own).high() <= 0;
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
                + state.cashCost(problem.positions.account[position], state.cash(position, change));
    }

    /** What a share up here and a share down there cost beside their cash. */
    double exchangeCost(int up, int down) {
        return own[UP][up] + own[DOWN][down] + state.tierCost(tier(up), step[UP][up], tier(down), step[DOWN][down]);
    }

    /** Notes what each sale of a share costs with its class and idle cash; good until shares move. */
    void priceSales(int start, int end) {
        for (int position = start; position < end; position++) {
            double change = step[DOWN][position];
            salePrice[position] = Double.isNaN(change)
                    ? Double.POSITIVE_INFINITY
                    : own[DOWN][position] + state.tierCost(tier(position), change) + idle(position, change);
        }
    }

    /** What a purchase of a share costs with its class and idle cash; minus infinity where other cash costs apply. */
    double purchasePrice(int position) {
        double change = step[UP][position];
        boolean simple = state.isCashIdle(problem.positions.account[position]);
        return simple
                ? own[UP][position] + state.tierCost(tier(position), change) + idle(position, change)
                : Double.NEGATIVE_INFINITY;
    }

    private double idle(int position, double change) {
        return problem.idleCost * state.cash(position, change);
    }

    /** Whether an exchange surely costs as much; only where the costs of both sides add up. */
    boolean isDearer(int up, int down, double purchasePrice, double least) {
        return purchasePrice + salePrice[down] >= least + surely && isApart(tier(up), tier(down));
    }

    private boolean isApart(int left, int right) {
        return left != right && problem.parentOf[left] < 0 && problem.parentOf[right] < 0;
    }

    double cashCost(int account, double change) {
        return state.cashCost(account, change);
    }

    /** What a step brings in cash. */
    double cash(int position, int side) {
        return state.cash(position, step[side][position]);
    }

    /** What a step brings once its ticket is rounded to cents. */
    double paid(int position, int side) {
        return state.paid(position, step[side][position]);
    }

    boolean affords(int account, double change, double paid) {
        return state.affords(account, change, paid);
    }

    boolean isShort(int account) {
        return state.isShort(account);
    }

    int tier(int position) {
        return problem.classOf[problem.positions.security[position]];
    }

    void move(int position, double change) {
        state.move(position, change);
        for (int other : positionsOf[problem.positions.security[position]]) refresh(other);
    }
}
