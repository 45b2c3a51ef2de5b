package org.driftgate.rebalancing;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows in an order of their own and where each is found, so that the order given changes nothing. */
final class CanonicalOrder {

    private CanonicalOrder() {}

    static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
        return rows.stream().sorted(order).toList();
    }

    static Map<String, Integer> index(List<String> ids) {
        Map<String, Integer> index = new HashMap<>();
        ids.forEach(id -> index.put(id, index.size()));
        return index;
    }

    /** The place of an id, -1 for none. */
    static int at(Map<String, Integer> index, @Nullable String id) {
        Integer found = id == null ? null : index.get(id);
        return found == null ? -1 : found;
    }
}
