package org.driftgate.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.driftgate.shared.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which recipients of a case were written to, and which were not and why. */
@Component
class Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void keep(Letter letter, CaseId about, int number, boolean partlyCompleted) {
        jdbc.sql("""
                insert into driftgate.notice (message_id, case_id, recipient_number, partly_completed)
                values (:id, :case, :number, :partly) on conflict do nothing""")
                .param("id", letter.messageId())
                .param("case", about.value())
                .param("number", number)
                .param("partly", partlyCompleted)
                .update();
    }

    /** False when it was already suppressed. */
    boolean suppress(CaseId about, int number, String recipient, String reason) {
        return jdbc.sql("""
                insert into driftgate.suppression (case_id, recipient_number, recipient, reason, suppressed_at)
                values (:case, :number, :recipient, :reason, :now) on conflict do nothing""")
                        .param("case", about.value())
                        .param("number", number)
                        .param("recipient", recipient)
                        .param("reason", reason)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<Sent> sent(CaseId about) {
        return jdbc.sql("""
                select n.recipient_number, m.recipient_name, m.recipient, n.message_id, s.server_reply, s.mime_sha256,
                  s.accepted_at
                from driftgate.notice n join driftgate.mail m using (message_id) join driftgate.mail_sent s using (message_id)
                where n.case_id = :case order by n.recipient_number""")
                .param("case", about.value())
                .query((row, n) -> new Sent(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()))
                .list();
    }

    List<Suppressed> suppressed(CaseId about) {
        return jdbc.sql("""
                select recipient_number, recipient, reason from driftgate.suppression
                where case_id = :case order by recipient_number""")
                .param("case", about.value())
                .query((row, n) -> new Suppressed(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    record Sent(
            int number,
            String name,
            String address,
            String messageId,
            String serverReply,
            String mimeHash,
            Instant acceptedAt) {}

    record Suppressed(int number, String recipient, String reason) {}
}
