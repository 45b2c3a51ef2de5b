package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Rows in an order of their own, so that the order given changes nothing. */
final class CanonicalOrder {

    private CanonicalOrder() {}

    static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(rows);
        sorted.sort(order);
        return sorted;
    }
}
