package org.driftgate.household;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/** Rows of one table in PostgreSQL's COPY text format, gathered and sent at once. */
final class CopyTable {

    private final String target;
    private final StringBuilder text = new StringBuilder();

    CopyTable(String table, String columns) {
        this.target = "driftgate." + table + " (" + columns + ")";
    }

    void add(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) text.append('\t');
            append(values[i]);
        }
        text.append('\n');
    }

    void send(CopyManager copy) throws SQLException, IOException {
        if (!text.isEmpty()) copy.copyIn("copy " + target + " from stdin", new StringReader(text.toString()));
    }

    private void append(@Nullable Object value) {
        if (value == null) text.append("\\N");
        else if (value instanceof BigDecimal number) text.append(number.toPlainString());
        else escape(value.toString());
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
