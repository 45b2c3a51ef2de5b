package org.driftgate.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.RunId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends to the record in the caller's transaction; there is no update and no delete. */
@Component
public class AuditLog {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    /** Requires a running transaction, so that a step and its entry are kept or lost together. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(AuditEntry entry) {
        jdbc.sql("""
                insert into audit.entry (event, actor, run_id, case_id, facts, source_hash, business_time)
                values (:event, :actor, :run, :case, cast(:facts as jsonb), :hash, :time)""")
                .param("event", entry.event().name())
                .param("actor", entry.actor().value())
                .param("run", text(entry.run()))
                .param("case", text(entry.about()))
                .param("facts", write(entry.facts()))
                .param("hash", entry.sourceHash())
                .param("time", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** As many entries of one step, in their order, with one round trip. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void appendAll(List<AuditEntry> entries) {
        var time = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        batches.batchUpdate(
                """
                insert into audit.entry (event, actor, run_id, case_id, facts, source_hash, business_time)
                values (?, ?, ?, ?, cast(? as jsonb), ?, ?)""",
                entries.stream()
                        .map(entry -> new Object[] {
                            entry.event().name(),
                            entry.actor().value(),
                            text(entry.run()),
                            text(entry.about()),
                            write(entry.facts()),
                            entry.sourceHash(),
                            time
                        })
                        .toList());
    }

    /** Everything recorded about a case, oldest first. */
    public List<RecordedEntry> ofCase(CaseId about) {
        return jdbc.sql("select * from audit.entry where case_id = :case order by id")
                .param("case", about.value())
                .query(this::read)
                .list();
    }

    /** Everything recorded about a household in any run, oldest first. */
    public List<RecordedEntry> ofHousehold(HouseholdId household) {
        return jdbc.sql("""
                select * from audit.entry
                where substr(case_id, strpos(case_id, '.') + 1) = :household order by id""")
                .param("household", household.value())
                .query(this::read)
                .list();
    }

    /** Everything recorded about a run as such, oldest first; entries about its cases are not included. */
    public List<RecordedEntry> ofRun(RunId run) {
        return jdbc.sql("select * from audit.entry where run_id = :run and case_id is null order by id")
                .param("run", run.value())
                .query(this::read)
                .list();
    }

    private RecordedEntry read(ResultSet row, int number) throws SQLException {
        var entry = new AuditEntry(
                AuditEvent.valueOf(row.getString("event")),
                new PersonId(row.getString("actor")),
                Optional.ofNullable(row.getString("run_id")).map(RunId::new).orElse(null),
                Optional.ofNullable(row.getString("case_id")).map(CaseId::new).orElse(null),
                parse(row.getString("facts")),
                row.getString("source_hash"));
        return new RecordedEntry(
                row.getLong("id"),
                row.getObject("business_time", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_time", OffsetDateTime.class).toInstant(),
                entry);
    }

    private String write(Map<String, ?> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("facts cannot be written as JSON: " + facts.keySet(), e);
        }
    }

    private Map<String, Object> parse(String facts) {
        try {
            return json.readValue(facts, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts in the record are not JSON: " + facts, e);
        }
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
