package org.driftgate.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every case and its state. */
@Component
public class Cases {

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Cases(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Fails with {@link IllegalArgumentException} when there is no such case. */
    public RebalancingCase get(CaseId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no case " + id));
    }

    public Optional<RebalancingCase> find(CaseId id) {
        return jdbc.sql("select * from driftgate.rebalancing_case where id = :id")
                .param("id", id.value())
                .query(Cases::read)
                .optional();
    }

    public List<RebalancingCase> search(@Nullable RunId run, @Nullable CaseState state) {
        return jdbc.sql("""
                select * from driftgate.rebalancing_case
                where (cast(:run as text) is null or run_id = :run) and (cast(:state as text) is null or state = :state)
                order by opened_at desc, id""")
                .param("run", run == null ? null : run.value())
                .param("state", state == null ? null : state.name())
                .query(Cases::read)
                .list();
    }

    /** Oldest first. */
    public List<RebalancingCase> ofHousehold(HouseholdId household) {
        return jdbc.sql(
                        "select * from driftgate.rebalancing_case where household_id = :household order by opened_at, id")
                .param("household", household.value())
                .query(Cases::read)
                .list();
    }

    /**
     * Moves an open case; a closed case never moves again. A closing state is recorded as CASE_CLOSED. Repeating a
     * move changes nothing.
     */
    @Transactional
    public void moveTo(CaseId id, CaseState state, @Nullable String reason) {
        RebalancingCase before = lock(id);
        if (before.state() == state && state.isClosed()) return;
        if (before.state().isClosed())
            throw new IllegalStateException(
                    "case %s is closed (%s) and cannot move to %s".formatted(id, before.state(), state));
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("""
                update driftgate.rebalancing_case
                set state = :state, state_reason = :reason, closed_at = cast(:closed as timestamptz) where id = :id""")
                .param("state", state.name())
                .param("reason", reason)
                .param("closed", state.isClosed() ? now : null)
                .param("id", id.value())
                .update();
        if (state.isClosed()) recordClosing(before, state, reason, now);
    }

    /** Points the case to a newer snapshot of its household. */
    @Transactional
    public void useSnapshot(CaseId id, SnapshotId snapshot) {
        RebalancingCase before = lock(id);
        if (before.state().isClosed())
            throw new IllegalStateException("case %s is closed and takes no newer snapshot".formatted(id));
        jdbc.sql("update driftgate.rebalancing_case set snapshot_id = :snapshot where id = :id")
                .param("snapshot", snapshot.value())
                .param("id", id.value())
                .update();
    }

    private void recordClosing(RebalancingCase before, CaseState state, @Nullable String reason, OffsetDateTime now) {
        jdbc.sql("insert into driftgate.case_completion (case_id, state, at) values (:id, :state, :now)")
                .param("id", before.id().value())
                .param("state", state.name())
                .param("now", now)
                .update();
        audit.append(AuditEntry.ofCase(
                AuditEvent.CASE_CLOSED,
                before.id(),
                Map.of(
                        "before", before.state().name(),
                        "after", state.name(),
                        "reason", reason == null ? state.label() : reason)));
    }

    private RebalancingCase lock(CaseId id) {
        return jdbc.sql("select * from driftgate.rebalancing_case where id = :id for no key update")
                .param("id", id.value())
                .query(Cases::read)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no case " + id));
    }

    private static RebalancingCase read(ResultSet row, int number) throws SQLException {
        return new RebalancingCase(
                new CaseId(row.getString("id")),
                row.getString("household_name"),
                new AdviserId(row.getString("adviser_id")),
                CaseState.valueOf(row.getString("state")),
                row.getString("state_reason"),
                SnapshotId.parse(row.getString("snapshot_id")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("closed_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
