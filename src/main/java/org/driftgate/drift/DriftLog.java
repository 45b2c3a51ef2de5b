package org.driftgate.drift;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.Money;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.driftgate.shared.Weight;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every drift report ever made. */
@Component
public class DriftLog {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TierTable tiers;
    private final ContributorJson contributors;
    private final Clock clock;

    DriftLog(JdbcTemplate batches, JdbcClient jdbc, ContributorJson contributors, Clock clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        tiers = new TierTable(batches, jdbc);
        this.contributors = contributors;
        this.clock = clock;
    }

    /** The report that opened the case. */
    public DriftReport of(CaseId about) {
        List<ClassDrift> classes = classes(about);
        List<DriftReport.TierDrift> below = tiers.of(about);
        return jdbc.sql("select * from driftgate.drift_report where run_id = :run and household_id = :household")
                .param("run", about.run().value())
                .param("household", about.household().value())
                .query((row, number) -> report(row, classes, below))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no drift report of case " + about));
    }

    void keep(RunId run, SnapshotId snapshot, String sourceHash, Weight totalThreshold, List<DriftReport> reports) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        batches.batchUpdate(
                "insert into driftgate.drift_report (run_id, household_id, snapshot_id, source_hash, basis,"
                        + " total_threshold, value, total_drift, outside, sentence, measured_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                reports.stream()
                        .map(report -> new Object[] {
                            run.value(),
                            report.household().value(),
                            snapshot.value(),
                            sourceHash,
                            report.basis().name(),
                            totalThreshold.value(),
                            report.value().amount(),
                            report.totalDrift().value(),
                            report.outside(),
                            report.sentence(),
                            now
                        })
                        .toList());
        batches.batchUpdate(
                "insert into driftgate.drift_class (run_id, household_id, n, asset_class, value, actual, target, drift,"
                        + " band, outside, contributors) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))",
                reports.stream()
                        .flatMap(report -> classRows(run, report).stream())
                        .toList());
        tiers.keep(run, reports);
    }

    private List<Object[]> classRows(RunId run, DriftReport report) {
        var rows = new ArrayList<Object[]>();
        for (ClassDrift drift : report.classes())
            rows.add(new Object[] {
                run.value(),
                report.household().value(),
                rows.size(),
                drift.assetClass().value(),
                drift.value().amount(),
                drift.actual().value(),
                drift.target().value(),
                drift.drift().value(),
                drift.band().value(),
                drift.outside(),
                contributors.write(drift.contributors())
            });
        return rows;
    }

    private List<ClassDrift> classes(CaseId about) {
        return jdbc.sql("""
                select * from driftgate.drift_class where run_id = :run and household_id = :household order by n""")
                .param("run", about.run().value())
                .param("household", about.household().value())
                .query((row, number) -> new ClassDrift(
                        new AssetClass(row.getString("asset_class")),
                        new Money(row.getBigDecimal("value")),
                        new Weight(row.getBigDecimal("actual")),
                        new Weight(row.getBigDecimal("target")),
                        new Weight(row.getBigDecimal("drift")),
                        new Weight(row.getBigDecimal("band")),
                        row.getBoolean("outside"),
                        contributors.read(row.getString("contributors"))))
                .list();
    }

    private static DriftReport report(ResultSet row, List<ClassDrift> classes, List<DriftReport.TierDrift> below)
            throws SQLException {
        return new DriftReport(
                new HouseholdId(row.getString("household_id")),
                new Money(row.getBigDecimal("value")),
                DriftReport.Basis.valueOf(row.getString("basis")),
                row.getBoolean("outside"),
                new Weight(row.getBigDecimal("total_drift")),
                classes,
                below,
                row.getString("sentence"));
    }
}
