package org.driftgate.review;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.driftgate.review.PreTradeCheck.Outcome;
import org.driftgate.review.PreTradeCheck.Ruling;
import org.driftgate.shared.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every rule of a check measured and said. */
@Component
class RuleResultTable {

    private static final int BATCH = 500;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    RuleResultTable(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void keep(VersionId version, int check, List<RuleResult> results) {
        var ordinals = new int[1];
        template.batchUpdate(
                "insert into driftgate.rule_result values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                results,
                BATCH,
                (statement, result) -> fill(statement, version, check, ++ordinals[0], result));
    }

    /** Of the newest check, without the sentences, which are with its findings. */
    List<RuleResult> of(VersionId version) {
        return jdbc.sql("""
                select * from driftgate.rule_result where version_id = :version
                  and number = (select max(number) from driftgate.rule_check where version_id = :version)
                order by ordinal""")
                .param("version", version.value())
                .query(RuleResultTable::read)
                .list();
    }

    private static void fill(PreparedStatement row, VersionId version, int check, int ordinal, RuleResult result)
            throws SQLException {
        Ruling ruling = result.ruling();
        row.setObject(1, version.value());
        row.setInt(2, check);
        row.setInt(3, ordinal);
        row.setString(4, result.rule().name());
        row.setString(5, ruling.row());
        row.setString(6, ruling.outcome().name());
        row.setString(7, result.subject());
        row.setBigDecimal(8, result.actual());
        row.setBigDecimal(9, ruling.limit());
        row.setArray(
                10, row.getConnection().createArrayOf("integer", result.lines().toArray()));
        row.setString(11, ruling.because());
        row.setObject(12, ruling.from());
        row.setObject(13, ruling.to());
        row.setString(14, ruling.decidedBy());
        row.setString(15, ruling.hash());
    }

    private static RuleResult read(ResultSet row, int number) throws SQLException {
        var ruling = new Ruling(
                row.getString("rule_row"),
                Outcome.valueOf(row.getString("outcome")),
                number(row.getBigDecimal("rule_limit")),
                row.getString("because"),
                day(row.getDate("effective_from")),
                day(row.getDate("effective_to")),
                row.getString("decided_by"),
                row.getString("decision_hash"));
        return new RuleResult(
                PreTradeRule.valueOf(row.getString("rule")),
                row.getString("subject"),
                number(row.getBigDecimal("actual")),
                Arrays.asList((Integer[]) row.getArray("lines").getArray()),
                ruling,
                "");
    }

    /** Without the zeros of the column. */
    private static BigDecimal number(BigDecimal kept) {
        BigDecimal plain = kept.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }
}
