package org.driftgate.adapter.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one file, by their key. Rows with a wrong field are known by key only, so that one mistake is told once. */
final class Rows {

    private final BookFile file;
    private final boolean readable;
    private final RowStore right;
    private final KeyIndex rightByKey;
    private final Map<String, Row> wrongByKey = new HashMap<>();
    private final List<Row> repeated = new ArrayList<>();

    private Rows(BookFile file, boolean readable) {
        this.file = file;
        this.readable = readable;
        right = new RowStore(file);
        rightByKey = new KeyIndex(right, file.keyColumns());
    }

    static Rows of(BookFile file) {
        return new Rows(file, true);
    }

    static Rows unreadable(BookFile file) {
        return new Rows(file, false);
    }

    void add(Row row, boolean looksRight) {
        if (looksRight) right.add(row);
        if (file.keyColumns() > 0 && !isFirst(row, looksRight)) repeated.add(row);
    }

    private boolean isFirst(Row row, boolean looksRight) {
        String key = row.key();
        if (looksRight) return !wrongByKey.containsKey(key) && rightByKey.addIfAbsent(key, right.size() - 1);
        return rightByKey.find(key) == null && wrongByKey.putIfAbsent(key, row) == null;
    }

    BookFile file() {
        return file;
    }

    boolean isReadable() {
        return readable;
    }

    /** Unpacked one by one as they are asked for. */
    RowStore right() {
        return right;
    }

    List<Row> repeated() {
        return repeated;
    }

    /** Only where every field looks right. */
    @Nullable Row findRight(String key) {
        return rightByKey.find(key);
    }

    @Nullable Row find(String key) {
        Row found = rightByKey.find(key);
        return found == null ? wrongByKey.get(key) : found;
    }
}
