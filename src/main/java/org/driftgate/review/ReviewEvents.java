package org.driftgate.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The thread of a case: holds, questions, answers; and what a reviewer did line by line. */
@Component
class ReviewEvents {

    static final String HOLD = "HOLD";
    static final String QUESTION = "QUESTION";
    static final String ANSWER = "ANSWER";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewEvents(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(ProposalVersion version, String kind, PersonId person, String text, @Nullable LocalDate holdUntil) {
        jdbc.sql("""
                insert into driftgate.review_event (case_id, version_id, kind, person, text, hold_until, at)
                values (:case, :version, :kind, :person, :text, :until, :at)""")
                .param("case", version.about().value())
                .param("version", version.id().value())
                .param("kind", kind)
                .param("person", person.value())
                .param("text", text)
                .param("until", holdUntil)
                .param("at", now())
                .update();
    }

    List<ReviewView.Message> thread(CaseId about) {
        return jdbc.sql("select at, person, kind, text from driftgate.review_event where case_id = :case order by id")
                .param("case", about.value())
                .query(ReviewEvents::message)
                .list();
    }

    void keepLines(ProposalVersion version, List<ReviewDecision.LineDecision> lines, PersonId person) {
        for (var line : lines) keepLine(version.id().value(), line, person);
    }

    private void keepLine(UUID version, ReviewDecision.LineDecision line, PersonId person) {
        jdbc.sql("""
                insert into driftgate.line_decision (version_id, line, person, action, quantity, reason, decided_at)
                values (:version, :line, :person, :action, :quantity, :reason, :at)""")
                .param("version", version)
                .param("line", line.line())
                .param("person", person.value())
                .param("action", line.action().name())
                .param(
                        "quantity",
                        line.quantity() == null ? null : line.quantity().shares())
                .param("reason", line.reason())
                .param("at", now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static ReviewView.Message message(ResultSet row, int number) throws SQLException {
        return new ReviewView.Message(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("person"),
                row.getString("kind"),
                row.getString("text"));
    }
}
