package org.driftgate.rebalancing;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a fractional plan one of whole shares (specification §6.1): round, then the best step of one share until none
 * improves, then exchanges of a share of one security for a share of another in the same account. A local search whose
 * distance from the fractional bound is printed.
 */
final class WholeShares {

    private static final double WORTHWHILE = 1e-3;
    private static final int MOST_ROUNDS = 1_000;
    private static final int FEW_MOVES = 128;

    private final HouseholdProblem problem;
    private final ShareSteps steps;
    private final LimitRoom room;
    /** The first position of each account. */
    private final int[] start;
    /** The position whose trade stays while the others are searched, -1 for none. */
    private int fixed = -1;

    private int moves;
    /** How many moves there may have been. */
    private int most = Integer.MAX_VALUE;

    private WholeShares(Solution solution, double[] fractional, double[] drawn, LimitRoom room, boolean sparing) {
        problem = solution.problem;
        steps = new ShareSteps(solution, fractional, drawn, sparing);
        this.room = room;
        start = new int[problem.accounts.size() + 1];
        for (int position = 0; position < problem.positions.count; position++)
            start[problem.positions.account[position] + 1] = position + 1;
        for (int account = 1; account < start.length; account++)
            start[account] = Math.max(start[account], start[account - 1]);
    }

    /**
     * A plan in whole shares unless the security or a sale of everything allows fractions. Where rounding a sale up would
     * break a promise it rounds down, and where that breaks another one both ways to round are tried.
     */
    static Plan of(Solution solution, Plan plan, List<RegionSum> regions) {
        double[] fractional = new double[solution.problem.positions.count];
        for (int position = 0; position < fractional.length; position++)
            fractional[position] = plan.net(solution.problem, position);
        var sparing = new WholeShares(solution, fractional, plan.drawn, new LimitRoom(solution, plan, regions), true);
        sparing.search();
        Plan whole = ShareTrials.of(solution, plan, sparing);
        if (!sparing.steps.hasSpared() || keepsPromises(solution, whole)) return whole;
        var up = new WholeShares(solution, fractional, plan.drawn, new LimitRoom(solution, plan, regions), false);
        up.search();
        Plan other = ShareTrials.of(solution, plan, up);
        return isBetter(solution, other, whole) ? other : whole;
    }

    /** Whether rounding broke no need, call, reserve, frozen loss or limit that the fractional plan keeps. */
    private static boolean keepsPromises(Solution solution, Plan whole) {
        PlanValue value = solution.value(whole);
        return value.shortages <= solution.value.shortages + WORTHWHILE
                && value.frozen <= solution.value.frozen + WORTHWHILE
                && PlanLimit.of(solution.problem).stream().allMatch(limit -> limit.isKept(solution, whole));
    }

    private static boolean isBetter(Solution solution, Plan plan, Plan than) {
        boolean kept = PlanLimit.of(solution.problem).stream()
                .allMatch(limit -> limit.isKept(solution, plan) || !limit.isKept(solution, than));
        return kept
                && solution.objective(solution.valueAfterCosts(plan))
                        < solution.objective(solution.valueAfterCosts(than));
    }

    private void search() {
        room.start(steps.trades());
        repairLimits();
        improve();
        sweep();
    }

    /**
     * Takes one step whatever it costs and searches the others around it, a few of them at most; false where there is no
     * such step, a limit stays broken or one more account is short, were it by a cent: no share is worth that.
     */
    boolean searchAround(int position, int side) {
        if (Double.isNaN(steps.step(position, side))) return false;
        long shortBefore = shortAccounts();
        most = moves + FEW_MOVES;
        apply(position, side);
        fixed = position;
        repairLimits();
        improve();
        sweep();
        fixed = -1;
        most = Integer.MAX_VALUE;
        return !room.isOver() && shortAccounts() <= shortBefore;
    }

    private long shortAccounts() {
        return IntStream.range(0, start.length - 1).filter(steps::isShort).count();
    }

    double[] trades() {
        return steps.trades();
    }

    /** Goes back to these trades. */
    void restore(double[] trades) {
        double[] now = steps.trades();
        for (int position = 0; position < now.length; position++) {
            double change = trades[position] - now[position];
            if (change == 0) continue;
            room.move(position, change);
            steps.move(position, change);
        }
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
        while (start[account] < start[account + 1] && steps.isShort(account) && moves < most) {
            int best = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int position = start[account]; position < start[account + 1]; position++) {
                if (!keepsPromises(position)) continue;
                double perDollar = steps.cost(position, ShareSteps.DOWN) / -steps.step(position, ShareSteps.DOWN);
                if (perDollar >= least) continue;
                least = perDollar;
                best = position;
            }
            if (best < 0 && (steps.isUrgent(account) || fixed >= 0)) return;
            if (best < 0) steps.urge(account);
            else apply(best, ShareSteps.DOWN);
        }
    }

    /** Rounding sales up may have gone over a limit: the cheapest shares come back that leave no account short. */
    private void repairLimits() {
        while (room.isOver() && moves < most) {
            int best = -1;
            int bestSide = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int position = 0; position < problem.positions.count; position++) {
                for (int side = ShareSteps.UP; side <= ShareSteps.DOWN; side++) {
                    double change = steps.step(position, side);
                    if (position == fixed || Double.isNaN(change) || !room.lowers(position, change)) continue;
                    double cost = steps.cost(position, side);
                    if (cost >= least) continue;
                    least = cost;
                    best = position;
                    bestSide = side;
                }
            }
            if (best < 0) return;
            apply(best, bestSide);
        }
    }

    private boolean improveOne(int account) {
        int best = -1;
        int bestSide = 0;
        double least = -WORTHWHILE;
        for (int position = start[account]; position < start[account + 1]; position++) {
            for (int side = ShareSteps.UP; side <= ShareSteps.DOWN; side++) {
                if (!isOpen(position, side) || !affords(account, position, side)) continue;
                double cost = steps.cost(position, side);
                if (cost >= least || !room.allows(position, steps.step(position, side))) continue;
                least = cost;
                best = position;
                bestSide = side;
            }
        }
        if (best < 0 || moves >= most) return false;
        apply(best, bestSide);
        return true;
    }

    private boolean exchange(int account) {
        boolean improved = false;
        steps.priceSales(start[account], start[account + 1]);
        for (int bought = start[account]; bought < start[account + 1]; bought++) {
            if (moves >= most || !allows(bought, ShareSteps.UP)) continue;
            int sold = counterpart(account, bought);
            if (sold < 0) continue;
            apply(bought, ShareSteps.UP);
            apply(sold, ShareSteps.DOWN);
            steps.priceSales(start[account], start[account + 1]);
            improved = true;
        }
        return improved;
    }

    /** What would be left of something unwanted goes with it, the fraction too. */
    private void sweep() {
        for (int position = 0; position < problem.positions.count; position++) {
            double rest = steps.rest(position);
            if (rest == 0 || !room.allows(position, -rest)) continue;
            room.move(position, -rest);
            steps.move(position, -rest);
        }
    }

    private int counterpart(int account, int bought) {
        int best = -1;
        double least = -WORTHWHILE;
        double up = steps.cash(bought, ShareSteps.UP);
        double paid = steps.paid(bought, ShareSteps.UP);
        double price = steps.purchasePrice(bought);
        for (int sold = start[account]; sold < start[account + 1]; sold++) {
            if (steps.isDearer(bought, sold, price, least)) continue;
            if (sold == bought || !isOpen(sold, ShareSteps.DOWN)) continue;
            double change = up + steps.cash(sold, ShareSteps.DOWN);
            if (!steps.affords(account, change, paid + steps.paid(sold, ShareSteps.DOWN))) continue;
            double cost = steps.exchangeCost(bought, sold) + steps.cashCost(account, change);
            if (cost >= least || !allows(sold, ShareSteps.DOWN) || !allowsBoth(bought, sold)) continue;
            least = cost;
            best = sold;
        }
        return best;
    }

    private boolean affords(int account, int position, int side) {
        return steps.affords(account, steps.cash(position, side), steps.paid(position, side));
    }

    private boolean allowsBoth(int bought, int sold) {
        return room.allows(bought, steps.step(bought, ShareSteps.UP), sold, steps.step(sold, ShareSteps.DOWN));
    }

    private boolean keepsPromises(int position) {
        double change = steps.step(position, ShareSteps.DOWN);
        return position != fixed && !Double.isNaN(change) && room.keepsPromises(position, change);
    }

    private boolean isOpen(int position, int side) {
        return position != fixed && !Double.isNaN(steps.step(position, side));
    }

    private boolean allows(int position, int side) {
        return isOpen(position, side) && room.allows(position, steps.step(position, side));
    }

    private void apply(int position, int side) {
        double change = steps.step(position, side);
        room.move(position, change);
        steps.move(position, change);
        moves++;
    }
}
