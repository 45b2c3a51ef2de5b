package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How much each limit of the plan still leaves while shares are moved. */
final class LimitRoom {

    private final Solution solution;
    private final List<PlanSum> limits;
    /** The first of them that are no promise: where a mix of plans ends a tax region, prices hold on one side only. */
    private final int promises;

    private final double[] amount;
    /** The limits, or where nothing keeps them what the plan reaches: shares are no reason to ask for less. */
    private final double[] most;

    private final double[] full;

    private final double[] trade;

    /** What each class and, last, all cash comes to. */
    private final double[] end;

    /** The plan whose lots stay as they are where its trades do. */
    private final Plan base;

    LimitRoom(Solution solution, Plan base) {
        this(solution, base, List.of());
    }

    LimitRoom(Solution solution, Plan base, List<RegionSum> regions) {
        this(solution, base, regions, base);
    }

    /** For trades from nothing on. */
    static LimitRoom untouched(Limited limited) {
        Solution solution = limited.priced();
        return new LimitRoom(solution, Plan.nothing(solution.problem), List.of(), limited.plan());
    }

    private LimitRoom(Solution solution, Plan base, List<RegionSum> regions, Plan reached) {
        this.solution = solution;
        this.base = base;
        limits = new ArrayList<>(PlanLimit.of(solution.problem));
        promises = limits.size();
        limits.addAll(regions);
        amount = new double[limits.size()];
        most = limits.stream()
                .mapToDouble(limit -> Math.max(limit.most(), reached(limit, reached)))
                .toArray();
        full = most.clone();
        HouseholdProblem problem = solution.problem;
        trade = new double[problem.positions.count];
        end = Arrays.copyOf(problem.heldClass, problem.heldClass.length + 1);
        end[end.length - 1] = problem.cashNow() - Arrays.stream(problem.paid).sum();
        for (int row = 0; row < amount.length; row++) if (limits.get(row).isDrift()) amount[row] = drift();
    }

    private double reached(PlanSum sum, Plan plan) {
        if (sum instanceof PlanLimit limit) return limit.amount(solution, plan);
        double reached = 0;
        for (int position = 0; position < plan.bought.length; position++)
            reached += sum.amount(solution, plan, position);
        return reached;
    }

    void start(double[] trades) {
        if (limits.isEmpty()) return;
        for (int position = 0; position < trades.length; position++) move(position, trades[position]);
    }

    /** Sales may change hands half of what is left from now on: the proceeds must be bought with. */
    void keepHalf() {
        for (int row = 0; row < most.length; row++)
            if (limits.get(row) instanceof PlanLimit limit && limit.isTurnover())
                most[row] = Math.max(amount[row], (amount[row] + most[row]) / 2);
    }

    void useAll() {
        System.arraycopy(full, 0, most, 0, most.length);
    }

    boolean isOver() {
        for (int row = 0; row < amount.length; row++) if (isOver(row)) return true;
        return false;
    }

    private boolean isOver(int row) {
        return amount[row] > most[row] + 0.5;
    }

    /** Whether a step brings a limit that is exceeded nearer and no other beyond its own. */
    boolean lowers(int position, double change) {
        boolean lowers = false;
        for (int row = 0; row < amount.length; row++) lowers |= isOver(row) && added(row, position, change) < 0;
        return lowers && allows(position, change);
    }

    boolean allows(int position, double change) {
        return allows(position, change, amount.length);
    }

    /** Whether a step keeps what was promised. */
    boolean keepsPromises(int position, double change) {
        return allows(position, change, promises);
    }

    private boolean allows(int position, double change, int rows) {
        for (int row = 0; row < rows; row++) if (!leaves(row, added(row, position, change))) return false;
        return true;
    }

    /** Whether two steps in different positions may be taken together. */
    boolean allows(int position, double change, int other, double otherChange) {
        for (int row = 0; row < amount.length; row++)
            if (!leaves(row, added(row, position, change, other, otherChange))) return false;
        return true;
    }

    private boolean leaves(int row, double added) {
        return added <= 0 || amount[row] + added <= most[row];
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
        PlanSum limit = limits.get(row);
        if (limit.isDrift()) return away(top(position), change, top(position), 0);
        return amount(limit, position, trade[position] + change) - amount(limit, position, trade[position]);
    }

    private double amount(PlanSum limit, int position, double cents) {
        boolean same = base.keeps(solution.problem, position, cents);
        return same
                ? limit.amount(solution, base, position)
                : limit.amount(new KeptLots(solution, base), position, cents);
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
