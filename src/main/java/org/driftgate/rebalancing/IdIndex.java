package org.driftgate.rebalancing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where each id stands among the rows, of equal ids the first; open addressing, so that nothing is boxed. */
final class IdIndex {

    /** Spreads ids that differ in their last characters only. */
    private static final int SPREAD = 0x9E3779B9;

    private final String[] id;
    /** One more than the place of an id, 0 where none is. */
    private final int[] slot;

    private final int shift;
    private int size;

    IdIndex(int most) {
        int bits = 33 - Integer.numberOfLeadingZeros(most);
        id = new String[most];
        slot = new int[1 << bits];
        shift = 32 - bits;
    }

    static <T> IdIndex of(List<T> rows, Function<T, String> id) {
        var index = new IdIndex(rows.size());
        for (int row = 0; row < rows.size(); row++) index.add(id.apply(rows.get(row)));
        return index;
    }

    /** Takes the id of the next row; false when a row before has it. */
    boolean add(String next) {
        id[size++] = next;
        int free = slot(next);
        if (slot[free] > 0) return false;
        slot[free] = size;
        return true;
    }

    /** The place of an id, -1 for none. */
    int at(@Nullable String wanted) {
        return wanted == null ? -1 : slot[slot(wanted)] - 1;
    }

    boolean contains(String wanted) {
        return at(wanted) >= 0;
    }

    int size() {
        return size;
    }

    /** The slot of an id, or the free one where it belongs. */
    private int slot(String wanted) {
        int at = (wanted.hashCode() * SPREAD) >>> shift;
        while (slot[at] > 0 && !id[slot[at] - 1].equals(wanted)) at = (at + 1) & (slot.length - 1);
        return at;
    }
}
