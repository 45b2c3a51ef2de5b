package org.driftgate.process;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.driftgate.process.engine.decision.UnusableTable;
import org.driftgate.review.PreTradeCheck.Fact;
import org.driftgate.review.PreTradeCheck.Outcome;
import org.driftgate.review.PreTradeCheck.Ruling;
import org.jspecify.annotations.Nullable;

/** The outputs of one row of a pre-trade table. */
record PreTradeRow(
        String id,
        Outcome outcome,
        @Nullable BigDecimal limit,
        String because,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final String ID = "id";
    static final String OUTCOME = "outcome";
    static final String LIMIT = "limit";
    static final String BECAUSE = "because";
    static final String FROM = "effectiveFrom";
    static final String TO = "effectiveTo";

    /** Whatever an owner may have written; what cannot be used is named in an {@link UnusableTable}. */
    static PreTradeRow of(Map<String, @Nullable Object> outputs) {
        String id = text(outputs, ID);
        if (id.isEmpty()) throw new UnusableTable("a row has no rule id");
        var row = new PreTradeRow(
                id,
                outcome(id, outputs),
                limit(id, outputs),
                text(outputs, BECAUSE),
                day(id, outputs, FROM),
                day(id, outputs, TO));
        if (row.from != null && row.to != null && row.to.isBefore(row.from))
            throw new UnusableTable("row %s ends on %s, before it begins on %s".formatted(id, row.to, row.from));
        return row;
    }

    boolean appliesOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    Ruling about(Fact fact, DeployedTable table) {
        return new Ruling(
                id, outcome, limit == null ? fact.limit() : limit, because, from, to, table.name(), table.hash());
    }

    private static Outcome outcome(String id, Map<String, @Nullable Object> outputs) {
        String said = text(outputs, OUTCOME);
        try {
            return Outcome.valueOf(said);
        } catch (IllegalArgumentException unknown) {
            throw new UnusableTable("row %s says '%s', not PASS, WARN or BLOCK".formatted(id, said), unknown);
        }
    }

    private static @Nullable BigDecimal limit(String id, Map<String, @Nullable Object> outputs) {
        Object said = outputs.get(LIMIT);
        if (said == null) return null;
        if (said instanceof Number) return plain(new BigDecimal(said.toString()));
        throw new UnusableTable("the limit of row %s is '%s', not a number".formatted(id, said));
    }

    /** FEEL's 10.0 is 10. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable LocalDate day(String id, Map<String, @Nullable Object> outputs, String name) {
        String said = text(outputs, name);
        try {
            return said.isEmpty() ? null : LocalDate.parse(said);
        } catch (DateTimeException unreadable) {
            throw new UnusableTable(
                    "%s of row %s is '%s', not a day such as 2026-11-20".formatted(name, id, said), unreadable);
        }
    }

    private static String text(Map<String, @Nullable Object> outputs, String name) {
        Object said = outputs.get(name);
        return said == null ? "" : said.toString().strip();
    }
}
