package org.driftgate.rebalancing;

import java.util.Arrays;

/**
 * The yardstick: raise what cash lacks, then again and again sell the worst overweight, cheapest lot first, and buy the
 * worst underweight, without weighing tax against drift or one account against another. It keeps the rules of the answer:
 * bans, wash choices, whole shares, the minimum trade and, by stopping where a trade would break one, the limits.
 */
final class NaiveRebalancer {

    private static final int MOST_STEPS = 10_000;
    /** What the ticket of a purchase may round up. */
    private static final double CENT = 1;

    private final Solution solution;
    private final HouseholdProblem problem;
    private final Curves curves;
    private final NaiveSteps steps;
    private final LimitRoom room;
    private final double[] trade;
    /** Positions in which a limit or the minimum trade ends trading on a side. */
    private final boolean[] stopped;
    /** Losses that the wash choice keeps. */
    private final double[] frozen;

    private final TradingCosts costs;
    private final TicketCents tickets;
    private final double[] free;
    private final double[] value;
    private final double[] classValue;

    private NaiveRebalancer(Limited limited, double[] drawn) {
        solution = limited.priced();
        problem = solution.problem;
        curves = solution.network.network.curves;
        room = LimitRoom.untouched(limited);
        steps = new NaiveSteps(problem, room);
        trade = new double[problem.positions.count];
        stopped = new boolean[trade.length];
        value = problem.heldSecurity.clone();
        classValue = problem.heldClass.clone();
        frozen = new double[trade.length];
        Arrays.setAll(frozen, this::frozen);
        free = problem.cash.clone();
        problem.calls.apply(drawn, free);
        costs = new TradingCosts(problem);
        tickets = new TicketCents(problem);
        for (int account = 0; account < free.length; account++)
            free[account] -= problem.need[account] + problem.reserve[account];
    }

    /** Under the wash choices and limits of a plan, when so much is drawn for calls. */
    static Plan plan(Limited limited, double[] drawn) {
        Solution solution = limited.priced();
        double[] trades = trades(limited, drawn);
        return Plan.of(solution.problem, solution.stack, solution.groups, solution.choices, trades)
                .drawing(drawn);
    }

    /** Trades per position in cents. */
    private static double[] trades(Limited limited, double[] drawn) {
        var naive = new NaiveRebalancer(limited, drawn);
        naive.clear();
        naive.raiseCash();
        Arrays.fill(naive.frozen, 0);
        naive.raiseCash();
        Arrays.setAll(naive.frozen, naive::frozen);
        naive.room.keepHalf();
        for (int step = 0; step < MOST_STEPS && naive.sellWorst(); step++) {}
        naive.room.useAll();
        naive.dropSmall();
        Arrays.fill(naive.stopped, false);
        for (int step = 0; step < MOST_STEPS && naive.buyWorst(); step++) {}
        return naive.trade;
    }

    /** Sells first what the wash choice says must go, and with a limit broken by that what makes room again. */
    private void clear() {
        for (int position = 0; position < trade.length; position++) {
            double most = curves.highest(curve(position));
            if (most < 0) move(position, steps.sale(position, 0, -most, curves.lowest(curve(position))));
        }
        for (int position = 0; position < trade.length; position++) while (room.isOver() && makesRoom(position)) {}
    }

    private boolean makesRoom(int position) {
        if (sellable(position) <= 0) return false;
        double change = steps.sale(position, trade[position], lotLeft(position), least(position));
        if (change >= 0 || !room.lowers(position, change)) return false;
        move(position, change);
        return true;
    }

    private void raiseCash() {
        Arrays.fill(stopped, false);
        for (int step = 0; step < MOST_STEPS; step++) {
            int worst = -1;
            for (int position = 0; position < trade.length; position++) {
                boolean lacks = free[problem.positions.account[position]] < 0 && sellable(position) > 0;
                if (lacks && (worst < 0 || isBetterSale(position, worst))) worst = position;
            }
            if (worst < 0) return;
            double lacking = -free[problem.positions.account[worst]];
            sell(worst, Math.min(lotLeft(worst), Math.ceil(lacking / (1 - costs.of(worst, -1)))));
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
        sell(worst, Math.min(lotLeft(worst), over(worst)));
        return true;
    }

    private void sell(int position, double cents) {
        double change = steps.allowed(position, steps.sale(position, trade[position], cents, least(position)));
        if (change < 0) move(position, change);
        else stopped[position] = true;
    }

    /** Takes back what is smaller than a ticket may be and neither cash, wash choice nor a limit needs. */
    private void dropSmall() {
        for (int position = 0; position < trade.length; position++) {
            double back = -trade[position];
            boolean small = back > 0 && back < steps.least && curves.highest(curve(position)) >= 0;
            int account = problem.positions.account[position];
            if (small && free[account] + cash(position, back) >= 0 && room.allows(position, back)) move(position, back);
        }
    }

    private boolean buyWorst() {
        int worst = -1;
        for (int position = 0; position < trade.length; position++) {
            boolean candidate = over(position) < -1 && (worst < 0 || isBetterPurchase(position, worst));
            if (candidate && buyable(position) > 1) worst = position;
        }
        if (worst < 0) return false;
        double whole = steps.purchase(worst, Math.min(buyable(worst), -over(worst)));
        double change = steps.allowed(worst, whole);
        if (change > 0 && trade[worst] + change >= steps.least) move(worst, change);
        else stopped[worst] = true;
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
        return curves.cost(curve(position), trade[position] + cent) - curves.cost(curve(position), trade[position]);
    }

    /** What is left of the lot that would be sold next. */
    private double lotLeft(int position) {
        return Math.min(sellable(position), curves.left(curve(position), trade[position]));
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
        if (trade[position] > 0 || stopped[position]) return 0;
        return Math.max(0, trade[position] - least(position));
    }

    /** The largest sale, as a net trade, without losses that the wash choice keeps. */
    private double least(int position) {
        return curves.lowest(curve(position)) + frozen[position];
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
        if (trade[position] < 0 || stopped[position]) return 0;
        double highest = curves.highest(curve(position));
        return Math.min(
                highest - trade[position],
                (free[problem.positions.account[position]] - CENT) / (1 + costs.of(position, 1)));
    }

    private int curve(int position) {
        return solution.network.variant(position, solution.wash().of(position));
    }

    /** What a change brings at least, whatever the ticket loses when it is rounded to cents. */
    private double cash(int position, double change) {
        double now = trade[position];
        return costs.cash(position, now, change)
                + Math.max(0, tickets.lost(position, now))
                - Math.max(0, tickets.lost(position, now + change));
    }

    private void move(int position, double change) {
        free[problem.positions.account[position]] += cash(position, change);
        room.move(position, change);
        trade[position] = Math.max(curves.lowest(curve(position)), trade[position] + change);
        int security = problem.positions.security[position];
        value[security] += change;
        for (int tier = problem.classOf[security]; tier >= 0; tier = problem.parentOf[tier]) classValue[tier] += change;
    }
}
