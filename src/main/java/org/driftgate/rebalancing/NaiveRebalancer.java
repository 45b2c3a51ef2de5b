package org.driftgate.rebalancing;

import java.util.Arrays;

/**
 * The yardstick: raise what cash lacks, then again and again sell the worst overweight, cheapest lot first, and buy the
 * worst underweight, without weighing tax against drift or one account against another.
 */
final class NaiveRebalancer {

    private static final int MOST_STEPS = 10_000;

    private final Solution solution;
    private final HouseholdProblem problem;
    private final double[] trade;
    /** Losses that the wash choice keeps. */
    private final double[] frozen;

    private final TradingCosts costs;
    private final double[] free;
    private final double[] value;
    private final double[] classValue;

    private NaiveRebalancer(Solution solution) {
        this.solution = solution;
        problem = solution.problem;
        trade = new double[problem.positions.count];
        value = problem.heldSecurity.clone();
        classValue = problem.heldClass.clone();
        frozen = new double[trade.length];
        Arrays.setAll(frozen, this::frozen);
        free = problem.cash.clone();
        problem.calls.apply(solution.plan.drawn, free);
        costs = new TradingCosts(problem);
        for (int account = 0; account < free.length; account++)
            free[account] -= problem.need[account] + problem.reserve[account];
    }

    /** Trades per position in cents, under the wash choices of a solution. */
    static double[] trades(Solution solution) {
        var naive = new NaiveRebalancer(solution);
        naive.raiseCash();
        for (int step = 0; step < MOST_STEPS && naive.sellWorst(); step++) {}
        for (int step = 0; step < MOST_STEPS && naive.buyWorst(); step++) {}
        return naive.trade;
    }

    private void raiseCash() {
        for (int step = 0; step < MOST_STEPS; step++) {
            int worst = -1;
            for (int position = 0; position < trade.length; position++) {
                boolean lacks = free[problem.positions.account[position]] < 0 && sellable(position) > 0;
                if (lacks && (worst < 0 || isBetterSale(position, worst))) worst = position;
            }
            if (worst < 0) return;
            double lacking = -free[problem.positions.account[worst]];
            move(worst, -Math.min(lotLeft(worst), Math.ceil(lacking / (1 - costs.of(worst, -1)))));
        }
    }

    /** Sells from the security most over its target, the cheapest lot of any account first. */
    private boolean sellWorst() {
        int worst = -1;
        for (int position = 0; position < trade.length; position++) {
            boolean candidate = over(position) > 1 && (worst < 0 || isBetterSale(position, worst));
            if (candidate && sellable(position) > 0) worst = position;
        }
        if (worst < 0) return false;
        move(worst, -Math.min(lotLeft(worst), over(worst)));
        return true;
    }

    private boolean buyWorst() {
        int worst = -1;
        for (int position = 0; position < trade.length; position++) {
            boolean candidate = over(position) < -1 && (worst < 0 || isBetterPurchase(position, worst));
            if (candidate && buyable(position) > 1) worst = position;
        }
        if (worst < 0) return false;
        move(worst, Math.min(buyable(worst), -over(worst)));
        return true;
    }

    private boolean isBetterSale(int position, int best) {
        double difference = over(position) - over(best);
        if (difference != 0) return difference > 0;
        return price(position, -1) < price(best, -1);
    }

    private boolean isBetterPurchase(int position, int best) {
        double difference = over(position) - over(best);
        if (difference != 0) return difference < 0;
        return price(position, 1) < price(best, 1);
    }

    /** What one cent more in a direction costs. */
    private double price(int position, double cent) {
        Curves curves = solution.network.network.curves;
        return curves.cost(curve(position), trade[position] + cent) - curves.cost(curve(position), trade[position]);
    }

    /** What is left of the lot that would be sold next. */
    private double lotLeft(int position) {
        double left = solution.network.network.curves.left(curve(position), trade[position]);
        return Math.min(sellable(position), left);
    }

    /** How far a security, or without a target of its own its class, is outside its band; zero inside. */
    private double over(int position) {
        int security = problem.positions.security[position];
        int tier = problem.classOf[security];
        boolean own = problem.securityBand[security] != DriftCurve.Band.FREE;
        DriftCurve.Band band = own ? problem.securityBand[security] : problem.classBand[tier];
        double now = own ? value[security] : classValue[tier];
        return now > band.high() ? now - band.high() : Math.min(0, now - band.low());
    }

    private double sellable(int position) {
        if (trade[position] > 0) return 0;
        double lowest = solution.network.network.curves.lowest(curve(position));
        return Math.max(0, trade[position] - lowest - frozen[position]);
    }

    private double frozen(int position) {
        double cents = 0;
        boolean freezes = solution.wash().of(position).freezesLosses();
        int end = problem.positions.lotStart[position + 1];
        for (int lot = problem.positions.lotStart[position]; freezes && lot < end; lot++)
            if (problem.lots.loss[lot] && solution.stack.isSellable(lot)) cents += problem.lots.cents[lot];
        return cents;
    }

    private double buyable(int position) {
        if (trade[position] < 0) return 0;
        double highest = solution.network.network.curves.highest(curve(position));
        return Math.min(
                highest - trade[position], free[problem.positions.account[position]] / (1 + costs.of(position, 1)));
    }

    private int curve(int position) {
        return solution.network.variant(position, solution.wash().of(position));
    }

    private void move(int position, double change) {
        free[problem.positions.account[position]] += costs.cash(position, trade[position], change);
        trade[position] += change;
        int security = problem.positions.security[position];
        value[security] += change;
        for (int tier = problem.classOf[security]; tier >= 0; tier = problem.parentOf[tier]) classValue[tier] += change;
    }
}
