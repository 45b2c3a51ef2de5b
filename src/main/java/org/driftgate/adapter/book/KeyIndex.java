package org.driftgate.adapter.book;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds packed rows by their key: eight bytes a row beside the rows themselves. */
final class KeyIndex {

    private static final int NONE = -1;

    private final RowStore rows;
    private final int keyColumns;
    private int[] slots = filled(16);
    private int[] hashes = new int[16];
    private int used;

    KeyIndex(RowStore rows, int keyColumns) {
        this.rows = rows;
        this.keyColumns = keyColumns;
    }

    /** False when a row of that key is there already. */
    boolean addIfAbsent(String key, int row) {
        int slot = slot(key);
        if (slots[slot] != NONE) return false;
        slots[slot] = row;
        hashes[slot] = key.hashCode();
        if (++used * 2 > slots.length) grow();
        return true;
    }

    @Nullable Row find(String key) {
        int row = slots[slot(key)];
        return row == NONE ? null : rows.get(row);
    }

    /** Where a key stands, or the empty place where it belongs. */
    private int slot(String key) {
        int hash = key.hashCode();
        int slot = place(hash, slots.length);
        while (slots[slot] != NONE && !(hashes[slot] == hash && key(slots[slot]).equals(key)))
            slot = (slot + 1) & (slots.length - 1);
        return slot;
    }

    private String key(int row) {
        return keyColumns == 1 ? rows.field(row, 0) : rows.get(row).key();
    }

    private static int place(int hash, int length) {
        int mixed = hash * 0x9E3779B9;
        return (mixed ^ (mixed >>> 16)) & (length - 1);
    }

    private void grow() {
        int[] oldSlots = slots;
        int[] oldHashes = hashes;
        slots = filled(oldSlots.length * 2);
        hashes = new int[slots.length];
        for (int old = 0; old < oldSlots.length; old++) {
            if (oldSlots[old] == NONE) continue;
            int slot = place(oldHashes[old], slots.length);
            while (slots[slot] != NONE) slot = (slot + 1) & (slots.length - 1);
            slots[slot] = oldSlots[old];
            hashes[slot] = oldHashes[old];
        }
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
