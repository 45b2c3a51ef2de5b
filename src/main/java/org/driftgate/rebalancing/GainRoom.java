package org.driftgate.rebalancing;

import java.math.BigDecimal;

/** How much counted gain each tax unit may still realise while shares are moved. */
final class GainRoom {

    private final Solution solution;
    private final HouseholdProblem problem;
    private final double[] gain;
    private final double[] limit;
    private final double[] trade;
    private boolean bound;

    GainRoom(Solution solution) {
        this.solution = solution;
        problem = solution.problem;
        gain = new double[problem.units.size()];
        limit = new double[gain.length];
        trade = new double[problem.positions.count];
        for (int unit = 0; unit < gain.length; unit++) {
            BigDecimal budget = problem.units.get(unit).budget();
            limit[unit] = budget == null ? Double.POSITIVE_INFINITY : Cents.of(budget);
            bound |= budget != null;
        }
    }

    void start(double[] trades) {
        for (int position = 0; bound && position < trades.length; position++) move(position, trades[position]);
    }

    boolean isOver() {
        for (int unit = 0; bound && unit < gain.length; unit++) if (gain[unit] > limit[unit] + 0.5) return true;
        return false;
    }

    boolean lowers(int position, double change) {
        int unit = unit(position);
        return gain[unit] > limit[unit] + 0.5 && added(position, change) < 0;
    }

    boolean allows(int position, double change) {
        if (!bound) return true;
        double added = added(position, change);
        return added <= 0 || gain[unit(position)] + added <= limit[unit(position)];
    }

    void move(int position, double change) {
        if (!bound) return;
        gain[unit(position)] += added(position, change);
        trade[position] += change;
    }

    private double added(int position, double change) {
        return gain(position, trade[position] + change) - gain(position, trade[position]);
    }

    private double gain(int position, double cents) {
        int[] order = solution.stack.order(solution.wash().of(position));
        double left = -cents;
        double gains = 0;
        int end = problem.positions.lotStart[position + 1];
        for (int index = problem.positions.lotStart[position]; index < end && left > 0; index++) {
            int lot = order[index];
            if (!solution.stack.isSellable(lot)) continue;
            double sold = Math.min(left, problem.lots.cents[lot]);
            gains += solution.stack.counted(problem.lots.gain[lot]) * sold;
            left -= sold;
        }
        return gains;
    }

    private int unit(int position) {
        return problem.unitOf[problem.positions.account[position]];
    }
}
