package org.driftgate.notification;

import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.springframework.stereotype.Component;

/** Records that a recipient gets no notice and asks the adviser to write by hand. */
@Component
class SuppressNotice {

    private final Notices notices;
    private final AuditLog audit;
    private final InternalMail internal;
    private final WebAddress web;

    SuppressNotice(Notices notices, AuditLog audit, InternalMail internal, WebAddress web) {
        this.notices = notices;
        this.audit = audit;
        this.internal = internal;
        this.web = web;
    }

    void recipient(ClientNoticeFacts known, int number, String name, String reason) {
        String recipient = OneLine.of(name);
        if (!notices.suppress(known.about(), number, recipient, reason)) return;
        var letter = new WriteByHand(
                known.household().name(), recipient, reason, known.about().value(), web.ofCase(known.about()));
        internal.toAdviser(known.about(), known.adviser(), MailKind.WRITE_BY_HAND, "by-hand-" + number, letter);
        audit.append(AuditEntry.ofCase(
                AuditEvent.NOTICE_SUPPRESSED, known.about(), Map.of("recipient", recipient, "reason", reason)));
    }

    record WriteByHand(String household, String recipient, String reason, String caseId, String link) {}
}
