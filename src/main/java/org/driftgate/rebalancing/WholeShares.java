package org.driftgate.rebalancing;

/**
 * Makes a fractional plan one of whole shares (specification §6.1): round, then the best step of one share until none
 * improves, then exchanges of a share of one security for a share of another in the same account. A local search whose
 * distance from the fractional bound is printed.
 */
final class WholeShares {

    private static final double WORTHWHILE = 1e-3;
    private static final int MOST_ROUNDS = 1_000;

    private final HouseholdProblem problem;
    private final ShareSteps steps;
    private final GainRoom room;
    /** The first position of each account. */
    private final int[] start;

    private WholeShares(Solution solution, double[] fractional, GainRoom room) {
        problem = solution.problem;
        steps = new ShareSteps(solution, fractional);
        this.room = room;
        start = new int[problem.accounts.size() + 1];
        for (int position = 0; position < problem.positions.count; position++)
            start[problem.positions.account[position] + 1] = position + 1;
        for (int account = 1; account < start.length; account++)
            start[account] = Math.max(start[account], start[account - 1]);
    }

    /** Trades per position in cents, in whole shares unless the security or a sale of everything allows fractions. */
    static double[] apply(Solution solution, double[] fractional, GainRoom room) {
        var search = new WholeShares(solution, fractional, room);
        room.start(search.steps.trades());
        search.repairGains();
        search.improve();
        return search.steps.trades();
    }

    private void improve() {
        int accounts = start.length - 1;
        for (int account = 0; account < accounts; account++) repairCash(account);
        boolean improved = true;
        for (int round = 0; improved && round < MOST_ROUNDS; round++) {
            improved = false;
            for (int account = 0; account < accounts; account++) while (improveOne(account)) improved = true;
            if (improved) continue;
            for (int account = 0; account < accounts; account++) improved |= exchange(account);
        }
    }

    /** While an account is short, the cheapest step down per dollar. */
    private void repairCash(int account) {
        while (start[account] < start[account + 1] && steps.endCash(account) < problem.reserve[account]) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int position = start[account]; position < start[account + 1]; position++) {
                if (!allows(position, ShareSteps.DOWN)) continue;
                double perDollar = steps.cost(position, ShareSteps.DOWN) / -steps.step(position, ShareSteps.DOWN);
                if (perDollar >= least) continue;
                least = perDollar;
                best = position;
            }
            if (best < 0) return;
            apply(best, ShareSteps.DOWN);
        }
    }

    /** Rounding sales up may have realised more gain than the budget leaves: the cheapest shares come back. */
    private void repairGains() {
        while (room.isOver()) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int position = 0; position < problem.positions.count; position++) {
                double change = steps.step(position, ShareSteps.UP);
                if (Double.isNaN(change) || !room.lowers(position, change)) continue;
                double cost = steps.cost(position, ShareSteps.UP);
                if (cost >= least) continue;
                least = cost;
                best = position;
            }
            if (best < 0) return;
            apply(best, ShareSteps.UP);
        }
    }

    private boolean improveOne(int account) {
        int best = -1;
        int bestSide = 0;
        double least = -WORTHWHILE;
        for (int position = start[account]; position < start[account + 1]; position++) {
            for (int side = ShareSteps.UP; side <= ShareSteps.DOWN; side++) {
                if (!allows(position, side) || !steps.affords(account, steps.step(position, side))) continue;
                double cost = steps.cost(position, side);
                if (cost >= least) continue;
                least = cost;
                best = position;
                bestSide = side;
            }
        }
        if (best >= 0) apply(best, bestSide);
        return best >= 0;
    }

    private boolean exchange(int account) {
        boolean improved = false;
        for (int bought = start[account]; bought < start[account + 1]; bought++) {
            if (!allows(bought, ShareSteps.UP)) continue;
            int sold = counterpart(account, bought);
            if (sold < 0) continue;
            apply(bought, ShareSteps.UP);
            apply(sold, ShareSteps.DOWN);
            improved = true;
        }
        return improved;
    }

    private int counterpart(int account, int bought) {
        int best = -1;
        double least = -WORTHWHILE;
        double up = steps.step(bought, ShareSteps.UP);
        for (int sold = start[account]; sold < start[account + 1]; sold++) {
            if (sold == bought || !allows(sold, ShareSteps.DOWN)) continue;
            double change = up + steps.step(sold, ShareSteps.DOWN);
            if (!steps.affords(account, change)) continue;
            double cost = steps.exchangeCost(bought, sold) + steps.cashCost(account, -change);
            if (cost >= least) continue;
            least = cost;
            best = sold;
        }
        return best;
    }

    private boolean allows(int position, int side) {
        double change = steps.step(position, side);
        return !Double.isNaN(change) && room.allows(position, change);
    }

    private void apply(int position, int side) {
        double change = steps.step(position, side);
        room.move(position, change);
        steps.move(position, change);
    }
}
