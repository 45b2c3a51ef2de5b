package org.driftgate.rebalancing;

import java.util.Arrays;
import java.util.List;

/** How much each limit of the plan still leaves while shares are moved. */
final class LimitRoom {

    private final Solution solution;
    private final List<PlanLimit> limits;
    private final double[] amount;
    private final double[] trade;

    /** What each class and, last, all cash comes to. */
    private final double[] end;

    /** The plan whose lots stay as they are where its trades do. */
    private final Plan base;

    LimitRoom(Solution solution, Plan base) {
        this.solution = solution;
        this.base = base;
        limits = PlanLimit.of(solution.problem);
        amount = new double[limits.size()];
        HouseholdProblem problem = solution.problem;
        trade = new double[problem.positions.count];
        end = Arrays.copyOf(problem.heldClass, problem.heldClass.length + 1);
        end[end.length - 1] = problem.cashNow() - Arrays.stream(problem.paid).sum();
        for (int row = 0; row < amount.length; row++) if (limits.get(row).isDrift()) amount[row] = drift();
    }

    void start(double[] trades) {
        if (limits.isEmpty()) return;
        for (int position = 0; position < trades.length; position++) move(position, trades[position]);
    }

    boolean isOver() {
        for (int row = 0; row < amount.length; row++) if (isOver(row)) return true;
        return false;
    }

    private boolean isOver(int row) {
        return amount[row] > limits.get(row).most() + 0.5;
    }

    /** Whether a step brings a limit that is exceeded nearer and no other beyond its own. */
    boolean lowers(int position, double change) {
        boolean lowers = false;
        for (int row = 0; row < amount.length; row++) lowers |= isOver(row) && added(row, position, change) < 0;
        return lowers && allows(position, change);
    }

    boolean allows(int position, double change) {
        for (int row = 0; row < amount.length; row++) if (!leaves(row, added(row, position, change))) return false;
        return true;
    }

    /** Whether two steps in different positions may be taken together. */
    boolean allows(int position, double change, int other, double otherChange) {
        for (int row = 0; row < amount.length; row++)
            if (!leaves(row, added(row, position, change, other, otherChange))) return false;
        return true;
    }

    private boolean leaves(int row, double added) {
        return added <= 0 || amount[row] + added <= limits.get(row).most();
    }

    void move(int position, double change) {
        if (limits.isEmpty()) return;
        for (int row = 0; row < amount.length; row++) amount[row] += added(row, position, change);
        trade[position] += change;
        int top = top(position);
        end[top] += change;
        end[end.length - 1] -= change;
    }

    private double added(int row, int position, double change) {
        PlanLimit limit = limits.get(row);
        if (limit.isDrift()) return away(top(position), change, top(position), 0);
        return amount(limit, position, trade[position] + change) - amount(limit, position, trade[position]);
    }

    private double amount(PlanLimit limit, int position, double cents) {
        boolean same = base.keeps(solution.problem, position, cents);
        return same ? limit.amount(solution, base, position) : limit.amount(solution, base, position, cents);
    }

    private double added(int row, int position, double change, int other, double otherChange) {
        if (limits.get(row).isDrift()) return away(top(position), change, top(other), otherChange);
        return added(row, position, change) + added(row, other, otherChange);
    }

    /** By how much two changes move their classes and cash away from their targets. */
    private double away(int top, double change, int otherTop, double otherChange) {
        double cash = -change - otherChange;
        double moved = moved(solution.problem.cashBand, end[end.length - 1], cash);
        if (top == otherTop) return moved + moved(solution.problem.classBand[top], end[top], -cash);
        return moved
                + moved(solution.problem.classBand[top], end[top], change)
                + moved(solution.problem.classBand[otherTop], end[otherTop], otherChange);
    }

    private double drift() {
        HouseholdProblem problem = solution.problem;
        return 2 * new DriftTotals(problem, problem.heldSecurity, problem.heldClass, end[end.length - 1]).deviation;
    }

    private static double moved(DriftCurve.Band band, double from, double change) {
        return band.away(from + change) - band.away(from);
    }

    private int top(int position) {
        int tier = solution.problem.classOf[solution.problem.positions.security[position]];
        while (solution.problem.parentOf[tier] >= 0) tier = solution.problem.parentOf[tier];
        return tier;
    }
}
