package org.driftgate.adapter.book;

import java.util.ArrayList;
import java.util.List;

/** Collects the first hundred findings and counts them all. */
final class Findings {

    static final int LIMIT = 100;
    private final List<BookFinding> first = new ArrayList<>();
    private long count;

    void add(String file, long row, String field, String rule, String sentence) {
        count++;
        if (first.size() < LIMIT) first.add(new BookFinding(file, row, field, rule, sentence));
    }

    boolean isEmpty() {
        return count == 0;
    }

    long count() {
        return count;
    }

    List<BookFinding> first() {
        return List.copyOf(first);
    }
}
