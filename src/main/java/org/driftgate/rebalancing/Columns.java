package org.driftgate.rebalancing;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** One value of every row, as an array. */
final class Columns {

    private Columns() {}

    static <T> double[] doubles(List<T> rows, ToDoubleFunction<T> value) {
        double[] column = new double[rows.size()];
        for (int row = 0; row < column.length; row++) column[row] = value.applyAsDouble(rows.get(row));
        return column;
    }

    static <T> int[] ints(List<T> rows, ToIntFunction<T> value) {
        int[] column = new int[rows.size()];
        for (int row = 0; row < column.length; row++) column[row] = value.applyAsInt(rows.get(row));
        return column;
    }
}
