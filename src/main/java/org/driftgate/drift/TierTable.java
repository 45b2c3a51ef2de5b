package org.driftgate.drift;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.drift.DriftReport.Tier;
import org.driftgate.drift.DriftReport.TierDrift;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Money;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SubClass;
import org.driftgate.shared.Weight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sub-classes and securities of drift reports as rows. */
final class TierTable {

    /** A household has dozens of rows and a run thousands of households. */
    private static final int HOUSEHOLDS_AT_ONCE = 200;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    TierTable(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    void keep(RunId run, List<DriftReport> reports) {
        for (int first = 0; first < reports.size(); first += HOUSEHOLDS_AT_ONCE) {
            int end = Math.min(reports.size(), first + HOUSEHOLDS_AT_ONCE);
            batches.batchUpdate(
                    "insert into driftgate.drift_tier (run_id, household_id, n, tier, name, asset_class, sub_class, value,"
                            + " actual, target, drift, band, outside) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    reports.subList(first, end).stream()
                            .flatMap(report -> rows(run, report).stream())
                            .toList());
        }
    }

    private static List<@Nullable Object[]> rows(RunId run, DriftReport report) {
        var rows = new ArrayList<@Nullable Object[]>();
        for (TierDrift drift : report.tiers())
            rows.add(new @Nullable Object[] {
                run.value(),
                report.household().value(),
                rows.size(),
                drift.tier().name(),
                drift.name(),
                drift.assetClass().value(),
                drift.subClass() == null ? null : drift.subClass().value(),
                drift.value().amount(),
                drift.actual().value(),
                drift.target().value(),
                drift.drift().value(),
                drift.band().value(),
                drift.outside()
            });
        return rows;
    }

    List<TierDrift> of(CaseId about) {
        return jdbc.sql("""
                select * from driftgate.drift_tier where run_id = :run and household_id = :household order by n""")
                .param("run", about.run().value())
                .param("household", about.household().value())
                .query((row, number) -> drift(row))
                .list();
    }

    private static TierDrift drift(ResultSet row) throws SQLException {
        String subClass = row.getString("sub_class");
        return new TierDrift(
                Tier.valueOf(row.getString("tier")),
                row.getString("name"),
                new AssetClass(row.getString("asset_class")),
                subClass == null ? null : new SubClass(subClass),
                new Money(row.getBigDecimal("value")),
                new Weight(row.getBigDecimal("actual")),
                new Weight(row.getBigDecimal("target")),
                new Weight(row.getBigDecimal("band")),
                row.getBoolean("outside"));
    }
}
