package org.driftgate.rebalancing;

/** A few linear equations solved by elimination with partial pivoting. */
final class Equations {

    private Equations() {}

    /** Destroys the matrix. */
    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[] result = right.clone();
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++)
                if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) pivot = row;
            swap(matrix, result, column, pivot);
            if (matrix[column][column] == 0) throw new IllegalArgumentException("equations depend on one another");
            for (int row = column + 1; row < size; row++) eliminate(matrix, result, row, column);
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int column = row + 1; column < size; column++) result[row] -= matrix[row][column] * result[column];
            result[row] /= matrix[row][row];
        }
        return result;
    }

    private static void swap(double[][] matrix, double[] right, int left, int other) {
        double[] row = matrix[left];
        matrix[left] = matrix[other];
        matrix[other] = row;
        double value = right[left];
        right[left] = right[other];
        right[other] = value;
    }

    private static void eliminate(double[][] matrix, double[] right, int row, int column) {
        double factor = matrix[row][column] / matrix[column][column];
        if (factor == 0) return;
        for (int next = column; next < right.length; next++) matrix[row][next] -= factor * matrix[column][next];
        right[row] -= factor * right[column];
    }
}
