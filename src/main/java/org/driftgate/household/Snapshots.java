package org.driftgate.household;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stored snapshots, immutable. */
@Component
public class Snapshots {

    private final JdbcClient jdbc;
    private final SnapshotReader reader;
    private final SnapshotWriter writer;
    private final Clock clock;

    Snapshots(JdbcClient jdbc, SnapshotReader reader, SnapshotWriter writer, Clock clock) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.writer = writer;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Household household(SnapshotId snapshot, HouseholdId household) {
        return reader.households(snapshot, household).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "household %s is not in snapshot %s".formatted(household, snapshot)));
    }

    /** Securities, models and substitutes of a snapshot; its household list is empty. */
    @Transactional(readOnly = true)
    public Book market(SnapshotId snapshot) {
        return book(snapshot, List.of());
    }

    /** Every household of a snapshot with its book, read in one pass. */
    @Transactional(readOnly = true)
    public Book whole(SnapshotId snapshot) {
        return book(snapshot, reader.households(snapshot, null));
    }

    /** Households that validation quarantined, each with the finding that did it. */
    public List<Finding> quarantine(SnapshotId snapshot) {
        return jdbc.sql("""
                select distinct on (household_id) * from driftgate.snapshot_finding
                where snapshot_id = :snapshot and household_id is not null order by household_id, n""")
                .param("snapshot", snapshot.value())
                .query((row, number) -> new Finding(
                        row.getString("rule"),
                        new HouseholdId(row.getString("household_id")),
                        row.getString("account"),
                        row.getString("field"),
                        row.getString("sentence")))
                .list();
    }

    /** The source's hash of what arrived. */
    public String sourceHash(SnapshotId snapshot) {
        return jdbc.sql("select source_hash from driftgate.snapshot where id = :snapshot")
                .param("snapshot", snapshot.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no snapshot " + snapshot));
    }

    /** The snapshot over all households of a run, once it has been collected. */
    public Optional<SnapshotId> ofRun(RunId run) {
        return jdbc.sql("select id from driftgate.snapshot where run_id = :run and case_id is null")
                .param("run", run.value())
                .query((row, number) -> SnapshotId.parse(row.getString("id")))
                .optional();
    }

    /** The newest snapshot that holds a household and was not found unusable as a whole. */
    public Optional<SnapshotId> latestOf(HouseholdId household) {
        return jdbc.sql("""
                select s.id from driftgate.snapshot s
                join driftgate.snapshot_household h on h.snapshot_id = s.id and h.household_id = :household
                where not exists (
                  select 1 from driftgate.snapshot_finding f where f.snapshot_id = s.id and f.household_id is null)
                order by s.business_time desc, s.id desc limit 1""")
                .param("household", household.value())
                .query((row, number) -> SnapshotId.parse(row.getString("id")))
                .optional();
    }

    int householdCount(SnapshotId snapshot) {
        return jdbc.sql("select households from driftgate.snapshot where id = :snapshot")
                .param("snapshot", snapshot.value())
                .query(Integer.class)
                .single();
    }

    SnapshotId keep(RunId run, @Nullable CaseId about, PortfolioSource.Answer.Complete answer) {
        SnapshotId id = SnapshotId.random();
        jdbc.sql("""
                insert into driftgate.snapshot (id, run_id, case_id, origin, source_hash, households, business_time)
                values (:id, :run, :case, :origin, :hash, :households, :now)""")
                .param("id", id.value())
                .param("run", run.value())
                .param("case", about == null ? null : about.value())
                .param("origin", answer.origin())
                .param("hash", answer.hash())
                .param("households", answer.book().households().size())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        writer.write(id, answer.book());
        return id;
    }

    /** Keeps what validation found; a snapshot is judged once. */
    void keep(SnapshotId snapshot, List<Finding> findings) {
        for (int n = 0; n < findings.size(); n++) {
            Finding finding = findings.get(n);
            HouseholdId household = finding.household();
            jdbc.sql("""
                    insert into driftgate.snapshot_finding (snapshot_id, n, rule, household_id, account, field, sentence)
                    values (:snapshot, :n, :rule, :household, :account, :field, :sentence) on conflict do nothing""")
                    .param("snapshot", snapshot.value())
                    .param("n", n)
                    .param("rule", finding.rule())
                    .param("household", household == null ? null : household.value())
                    .param("account", finding.account())
                    .param("field", finding.field())
                    .param("sentence", finding.sentence())
                    .update();
        }
    }

    private Book book(SnapshotId snapshot, List<Household> households) {
        return new Book(
                reader.securities(snapshot),
                Map.copyOf(reader.models(snapshot)),
                reader.substitutes(snapshot),
                households);
    }
}
