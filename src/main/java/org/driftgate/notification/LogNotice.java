package org.driftgate.notification;

import java.util.Map;
import org.driftgate.audit.AuditEvent;
import org.driftgate.notification.Crm.Note;
import org.driftgate.notification.CrmLedger.Kind;
import org.driftgate.notification.Notices.Sent;
import org.driftgate.notification.Notices.Suppressed;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Logs each notice to the CRM with the mail server's reply, once; also each recipient who got none, with the reason. */
@Component
public class LogNotice {

    private final Notices notices;
    private final ClientRecord record;

    LogNotice(Notices notices, ClientRecord record) {
        this.notices = notices;
        this.record = record;
    }

    @Transactional
    public void forCase(CaseId about) {
        for (Sent sent : notices.sent(about)) log(about, sent.number(), body(sent), facts(sent));
        for (Suppressed suppressed : notices.suppressed(about))
            log(about, suppressed.number(), body(suppressed), Map.of("notSent", suppressed.reason()));
    }

    private void log(CaseId about, int number, String body, Map<String, String> facts) {
        var note = new Note("%s-notice-%d".formatted(about, number), body);
        record.write(about, Kind.NOTICE, AuditEvent.NOTICE_LOGGED, note, facts);
    }

    private static Map<String, String> facts(Sent sent) {
        return Map.of(
                "messageId", sent.messageId(),
                "serverReply", sent.serverReply(),
                "acceptedAt", sent.acceptedAt().toString(),
                "mimeHash", sent.mimeHash());
    }

    private static String body(Sent sent) {
        return """
                Client notice e-mailed to %s <%s>.
                Accepted by the mail server on %s: %s
                Message-ID: %s
                SHA-256 of the mail as sent: %s""".formatted(
                sent.name(), sent.address(), sent.acceptedAt(), sent.serverReply(), sent.messageId(), sent.mimeHash());
    }

    private static String body(Suppressed suppressed) {
        return "No client notice was e-mailed to %s: %s. The adviser was asked to write by hand."
                .formatted(suppressed.recipient(), suppressed.reason());
    }
}
