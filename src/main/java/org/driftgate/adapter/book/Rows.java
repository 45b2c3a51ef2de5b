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
    private final List<Row> right = new ArrayList<>();
    private final Map<String, Row> byKey = new HashMap<>();
    private final List<Row> repeated = new ArrayList<>();

    private Rows(BookFile file, boolean readable) {
        this.file = file;
        this.readable = readable;
    }

    static Rows of(BookFile file) {
        return new Rows(file, true);
    }

    static Rows unreadable(BookFile file) {
        return new Rows(file, false);
    }

    void add(Row row, boolean looksRight) {
        if (looksRight) right.add(row);
        if (file.keyColumns() > 0 && byKey.putIfAbsent(row.key(), row) != null) repeated.add(row);
    }

    BookFile file() {
        return file;
    }

    boolean isReadable() {
        return readable;
    }

    List<Row> right() {
        return right;
    }

    List<Row> repeated() {
        return repeated;
    }

    @Nullable Row find(String key) {
        return byKey.get(key);
    }
}
