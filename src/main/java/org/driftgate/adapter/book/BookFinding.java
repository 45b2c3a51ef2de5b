package org.driftgate.adapter.book;

/**
 * What is wrong in a book. Rows count as an editor does, the header is row 1; row 0 stands for the file as a whole and an
 * empty field for the row as a whole.
 */
public record BookFinding(String file, long row, String field, String rule, String sentence) {

    @Override
    public String toString() {
        String where = file + (row > 0 ? " row " + row : "") + (field.isEmpty() ? "" : ", " + field);
        return "%s: %s [%s]".formatted(where, sentence, rule);
    }
}
