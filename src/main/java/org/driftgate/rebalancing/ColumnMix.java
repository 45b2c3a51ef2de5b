package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cheapest mix of plans that keeps a few limits: a linear program with one row per limit and one for the shares,
 * solved by a simplex on its tiny basis. A limit may be exceeded at its dearest price, so a mix always exists.
 */
final class ColumnMix {

    private static final double TOLERANCE = 1e-12;
    private static final double PIVOT = 1e-9;
    private static final int MOST_PIVOTS = 2_000;

    private final int rows;
    private final double[] limit;
    private final double[] scale;
    private final List<double[]> columns = new ArrayList<>();
    private final List<Double> costs = new ArrayList<>();
    private final int[] basis;
    private final int limits;
    /** Taken off every cost: only differences decide. */
    private final double base;

    ColumnMix(double[] most, double[] dearest, double cost, double[] amounts) {
        limits = most.length;
        base = cost;
        rows = limits + 1;
        scale = new double[limits];
        limit = new double[rows];
        limit[limits] = 1;
        basis = new int[rows];
        for (int row = 0; row < limits; row++) {
            scale[row] = Math.max(100, Math.max(Math.abs(most[row]), Math.abs(amounts[row])));
            limit[row] = most[row] / scale[row];
            slack(row, 1, 0);
            slack(row, -1, dearest[row] * scale[row]);
        }
        int first = add(cost, amounts);
        for (int row = 0; row < limits; row++) basis[row] = 2 * row + (amounts[row] <= most[row] ? 0 : 1);
        basis[limits] = first;
    }

    private void slack(int row, double sign, double cost) {
        double[] column = new double[rows];
        column[row] = sign;
        columns.add(column);
        costs.add(cost);
    }

    /** Adds a plan with its cost and what of it counts against each limit, in cents. */
    int add(double cost, double[] amounts) {
        double[] column = new double[rows];
        for (int row = 0; row < limits; row++) column[row] = amounts[row] / scale[row];
        column[limits] = 1;
        columns.add(column);
        costs.add(cost - base);
        return columns.size() - 1;
    }

    /** The best shares of the plans in the order added. */
    double[] solve() {
        for (int pivot = 0; pivot < MOST_PIVOTS; pivot++) {
            int entering = entering(pivot > MOST_PIVOTS / 2);
            if (entering < 0) return shares();
            pivot(entering);
        }
        throw new IllegalStateException("no mix of %d plans in %d pivots".formatted(columns.size(), MOST_PIVOTS));
    }

    /** What a cent less of each limit would save. */
    double[] prices() {
        double[] dual = dual();
        double[] prices = new double[limits];
        for (int row = 0; row < limits; row++) prices[row] = Math.max(0, -dual[row] / scale[row]);
        return prices;
    }

    /** What the best mix costs, excess included. */
    double value() {
        double[] amounts = amounts();
        double value = base;
        for (int row = 0; row < rows; row++) value += costs.get(basis[row]) * amounts[row];
        return value;
    }

    private double[] shares() {
        double[] amounts = amounts();
        double[] shares = new double[columns.size() - 2 * limits];
        for (int row = 0; row < rows; row++)
            if (basis[row] >= 2 * limits) shares[basis[row] - 2 * limits] = Math.max(0, amounts[row]);
        return shares;
    }

    private int entering(boolean careful) {
        double[] dual = dual();
        double size = 1;
        for (double price : dual) size = Math.max(size, Math.abs(price));
        int best = -1;
        double least = -TOLERANCE * size;
        for (int column = 0; column < columns.size(); column++) {
            double reduced = costs.get(column);
            for (int row = 0; row < rows; row++) reduced -= dual[row] * columns.get(column)[row];
            if (reduced >= least || isBasic(column)) continue;
            if (careful) return column;
            least = reduced;
            best = column;
        }
        return best;
    }

    private boolean isBasic(int column) {
        for (int basic : basis) if (basic == column) return true;
        return false;
    }

    private void pivot(int entering) {
        double[] amounts = amounts();
        double[] direction = Equations.solve(matrix(false), columns.get(entering));
        int leaving = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < rows; row++) {
            if (direction[row] <= PIVOT) continue;
            double ratio = Math.max(0, amounts[row]) / direction[row];
            boolean earlier = ratio == least && basis[row] < basis[leaving];
            if (ratio >= least && !earlier) continue;
            least = ratio;
            leaving = row;
        }
        if (leaving < 0) throw new IllegalStateException("mix without a limit: " + Arrays.toString(direction));
        basis[leaving] = entering;
    }

    private double[] amounts() {
        return Equations.solve(matrix(false), limit);
    }

    private double[] dual() {
        double[] basic = new double[rows];
        for (int row = 0; row < rows; row++) basic[row] = costs.get(basis[row]);
        return Equations.solve(matrix(true), basic);
    }

    private double[][] matrix(boolean transposed) {
        double[][] matrix = new double[rows][rows];
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < rows; column++)
                if (transposed) matrix[column][row] = columns.get(basis[column])[row];
                else matrix[row][column] = columns.get(basis[column])[row];
        return matrix;
    }
}
