package org.driftgate.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Unfinished edits, kept on the server so that a reviewer continues in another browser. A draft decides nothing. */
@Component
@Transactional
public class ReviewDrafts {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final AuditLog audit;
    private final Clock clock;

    ReviewDrafts(JdbcClient jdbc, ObjectMapper json, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code content} is the form's JSON and belongs to one version; text that is not JSON is a caller's error. */
    public void save(CaseId about, PersonId person, int version, String content) {
        requireJson(content);
        jdbc.sql("""
                insert into driftgate.review_draft (case_id, version, person, content, saved_at)
                values (:case, :version, :person, cast(:content as jsonb), :at)""")
                .param("case", about.value())
                .param("version", version)
                .param("person", person.value())
                .param("content", content)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.append(AuditEntry.ofCase(AuditEvent.DRAFT_SAVED, about, Map.of("version", version))
                .by(person));
    }

    /** The person's newest draft; one for an older version is the caller's to discard. */
    public Optional<Draft> load(CaseId about, PersonId person) {
        return jdbc.sql("""
                select version, content, saved_at from driftgate.review_draft
                where case_id = :case and person = :person order by id desc limit 1""")
                .param("case", about.value())
                .param("person", person.value())
                .query(ReviewDrafts::read)
                .optional();
    }

    private void requireJson(String content) {
        try {
            json.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the draft is not JSON", e);
        }
    }

    private static Draft read(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getInt("version"),
                row.getString("content"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    public record Draft(int version, String content, Instant savedAt) {}
}
