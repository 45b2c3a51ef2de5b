package org.driftgate.review;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.driftgate.shared.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every check of a version with what it found. */
@Component
class FindingTable {

    private final JdbcClient jdbc;
    private final RuleResultTable results;
    private final Clock clock;

    FindingTable(JdbcClient jdbc, RuleResultTable results, Clock clock) {
        this.jdbc = jdbc;
        this.results = results;
        this.clock = clock;
    }

    /** The findings as people read them, and every rule that was asked. */
    void keep(VersionId version, List<RuleFinding> findings, List<RuleResult> asked) {
        int number = newest(version).orElse(0) + 1;
        jdbc.sql("insert into driftgate.rule_check values (:version, :number, :at)")
                .param("version", version.value())
                .param("number", number)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        int ordinal = 0;
        for (RuleFinding finding : findings) keep(version, number, ++ordinal, finding);
        results.keep(version, number, asked);
    }

    /** Of the newest check; nothing when the version was never checked. */
    Optional<List<RuleFinding>> of(VersionId version) {
        return newest(version)
                .map(number -> jdbc.sql("""
                select * from driftgate.finding where version_id = :version and number = :number order by ordinal""")
                        .param("version", version.value())
                        .param("number", number)
                        .query(FindingTable::read)
                        .list());
    }

    /** Every rule of the newest check; of a check that is older than the tables none was kept. */
    List<RuleResult> resultsOf(VersionId version) {
        return results.of(version);
    }

    private Optional<Integer> newest(VersionId version) {
        return jdbc.sql(
                        "select number from driftgate.rule_check where version_id = :version order by number desc limit 1")
                .param("version", version.value())
                .query(Integer.class)
                .optional();
    }

    private void keep(VersionId version, int number, int ordinal, RuleFinding finding) {
        jdbc.sql(
                        "insert into driftgate.finding values (:version, :number, :ordinal, :rule, :severity, :sentence, :lines)")
                .param("version", version.value())
                .param("number", number)
                .param("ordinal", ordinal)
                .param("rule", finding.rule().name())
                .param("severity", finding.severity().name())
                .param("sentence", finding.sentence())
                .param("lines", finding.lines().toArray(new Integer[0]))
                .update();
    }

    private static RuleFinding read(ResultSet row, int number) throws SQLException {
        Array lines = row.getArray("lines");
        return new RuleFinding(
                RuleFinding.Rule.valueOf(row.getString("rule")),
                RuleFinding.Severity.valueOf(row.getString("severity")),
                row.getString("sentence"),
                Arrays.asList((Integer[]) lines.getArray()));
    }
}
