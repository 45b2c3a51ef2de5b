package org.driftgate.run;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The buckets of a run's households and the cases that come out of them; each list goes in with one statement. */
@Component
class SortedHouseholds {

    private static final Comparator<HouseholdOutcome> BY_HOUSEHOLD =
            Comparator.comparing(outcome -> outcome.household().value());

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    SortedHouseholds(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    void keep(RunId run, SnapshotId snapshot, List<HouseholdOutcome> measured) {
        requireEachOnce(run, measured);
        List<HouseholdOutcome> ordered = measured.stream().sorted(BY_HOUSEHOLD).toList();
        Set<String> opened = openCases(run, snapshot, ordered);
        List<HouseholdOutcome> sorted = ordered.stream()
                .map(outcome -> opened.contains(outcome.household().value()) ? outcome : withoutCase(outcome))
                .toList();
        insertBuckets(run, snapshot, sorted);
        sorted.forEach(outcome -> record(run, outcome));
    }

    List<HouseholdOutcome> outcomes(RunId run) {
        return jdbc.sql("select * from driftgate.run_household where run_id = :run order by household_id")
                .param("run", run.value())
                .query((row, number) -> new HouseholdOutcome(
                        new HouseholdId(row.getString("household_id")),
                        row.getString("household_name"),
                        new AdviserId(row.getString("adviser_id")),
                        Bucket.valueOf(row.getString("bucket")),
                        row.getString("reason"),
                        row.getBigDecimal("largest_drift_points")))
                .list();
    }

    List<CaseId> notStarted(RunId run, int limit) {
        return jdbc.sql("""
                select c.id from driftgate.rebalancing_case c
                where c.run_id = :run and not exists (select 1 from driftgate.case_started s where s.case_id = c.id)
                order by c.id limit :limit""")
                .param("run", run.value())
                .param("limit", limit)
                .query((row, number) -> new CaseId(row.getString("id")))
                .list();
    }

    boolean markStarted(CaseId about) {
        return jdbc.sql("insert into driftgate.case_started (case_id, at) values (:id, :now) on conflict do nothing")
                        .param("id", about.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    int openCases(RunId run) {
        return jdbc.sql("select count(*) from driftgate.rebalancing_case where run_id = :run and closed_at is null")
                .param("run", run.value())
                .query(Integer.class)
                .single();
    }

    /** The households that got a case; one with an open case elsewhere is left out by the unique index. */
    private Set<String> openCases(RunId run, SnapshotId snapshot, List<HouseholdOutcome> ordered) {
        List<HouseholdOutcome> outside = ordered.stream()
                .filter(outcome -> outcome.bucket() == Bucket.OUT_OF_BAND)
                .toList();
        return new HashSet<>(jdbc.sql("""
                insert into driftgate.rebalancing_case
                  (id, run_id, household_id, household_name, adviser_id, state, snapshot_id, opened_at)
                select cast(:run as text) || '.' || o.household, :run, o.household, o.name, o.adviser, 'OPENED',
                       :snapshot, :now
                from unnest(:households, :names, :advisers) as o (household, name, adviser)
                on conflict (household_id) where closed_at is null do nothing
                returning household_id""")
                .param("run", run.value())
                .param("snapshot", snapshot.value())
                .param("now", now())
                .param(
                        "households",
                        column(outside, outcome -> outcome.household().value()))
                .param("names", column(outside, HouseholdOutcome::householdName))
                .param("advisers", column(outside, outcome -> outcome.adviser().value()))
                .query(String.class)
                .list());
    }

    private void insertBuckets(RunId run, SnapshotId snapshot, List<HouseholdOutcome> sorted) {
        jdbc.sql("""
                insert into driftgate.run_household (run_id, household_id, household_name, adviser_id, bucket, reason,
                  largest_drift_points, snapshot_id)
                select :run, o.household, o.name, o.adviser, o.bucket, o.reason, cast(o.drift as numeric), :snapshot
                from unnest(:households, :names, :advisers, :buckets, :reasons, :drifts)
                  as o (household, name, adviser, bucket, reason, drift)""")
                .param("run", run.value())
                .param("snapshot", snapshot.value())
                .param(
                        "households",
                        column(sorted, outcome -> outcome.household().value()))
                .param("names", column(sorted, HouseholdOutcome::householdName))
                .param("advisers", column(sorted, outcome -> outcome.adviser().value()))
                .param("buckets", column(sorted, outcome -> outcome.bucket().name()))
                .param("reasons", column(sorted, HouseholdOutcome::reason))
                .param("drifts", drifts(sorted))
                .update();
    }

    private void record(RunId run, HouseholdOutcome outcome) {
        switch (outcome.bucket()) {
            case WITHIN_BAND -> {}
            case OUT_OF_BAND ->
                audit.append(AuditEntry.ofCase(
                        AuditEvent.CASE_OPENED,
                        CaseId.of(run, outcome.household()),
                        Map.of("household", outcome.householdName(), "reason", outcome.reason())));
            default ->
                audit.append(AuditEntry.ofRun(
                        AuditEvent.HOUSEHOLD_SET_ASIDE,
                        run,
                        Map.of(
                                "household", outcome.household().value(),
                                "bucket", outcome.bucket().name(),
                                "reason", outcome.reason())));
        }
    }

    private static HouseholdOutcome withoutCase(HouseholdOutcome outcome) {
        if (outcome.bucket() != Bucket.OUT_OF_BAND) return outcome;
        return new HouseholdOutcome(
                outcome.household(),
                outcome.householdName(),
                outcome.adviser(),
                Bucket.ALREADY_OPEN,
                "its case of an earlier run is still open; " + outcome.reason(),
                outcome.largestDriftPoints());
    }

    private static void requireEachOnce(RunId run, List<HouseholdOutcome> measured) {
        var seen = new HashSet<HouseholdId>();
        for (HouseholdOutcome outcome : measured)
            if (!seen.add(outcome.household()))
                throw new IllegalArgumentException(
                        "household %s appears twice in run %s".formatted(outcome.household(), run));
    }

    private static String[] column(List<HouseholdOutcome> outcomes, Function<HouseholdOutcome, String> value) {
        return outcomes.stream().map(value).toArray(String[]::new);
    }

    private static String[] drifts(List<HouseholdOutcome> outcomes) {
        String[] drifts = new String[outcomes.size()];
        for (int i = 0; i < drifts.length; i++) {
            var points = outcomes.get(i).largestDriftPoints();
            if (points != null) drifts[i] = points.toPlainString();
        }
        return drifts;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
