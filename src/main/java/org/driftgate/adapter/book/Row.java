package org.driftgate.adapter.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a file whose fields all look right, in the order of the file's columns. */
record Row(BookFile file, long number, List<String> fields) {

    String text(String column) {
        return fields.get(file.header().indexOf(column));
    }

    @Nullable String textOrNull(String column) {
        String value = text(column);
        return value.isEmpty() || value.equals("*") ? null : value;
    }

    BigDecimal number(String column) {
        return new BigDecimal(text(column));
    }

    @Nullable BigDecimal numberOrNull(String column) {
        return text(column).isEmpty() ? null : number(column);
    }

    LocalDate date(String column) {
        return LocalDate.parse(text(column));
    }

    @Nullable LocalDate dateOrNull(String column) {
        return text(column).isEmpty() ? null : date(column);
    }

    boolean yes(String column) {
        return text(column).equals("true");
    }

    String key() {
        return String.join(" ", fields.subList(0, file.keyColumns()));
    }
}
