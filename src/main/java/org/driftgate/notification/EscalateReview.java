package org.driftgate.notification;

import org.driftgate.audit.AuditEvent;
import org.driftgate.notification.Letter.Addressee;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the escalation address that a review is overdue. */
@Component
public class EscalateReview {

    private final Correspondence correspondence;
    private final InternalMail internal;
    private final OverdueReview overdue;

    EscalateReview(Correspondence correspondence, InternalMail internal, OverdueReview overdue) {
        this.correspondence = correspondence;
        this.internal = internal;
        this.overdue = overdue;
    }

    @Transactional
    public void forCase(CaseId about) {
        Letter sent = internal.aboutCase(
                about,
                new Addressee("Escalation", correspondence.escalationAddress()),
                MailKind.REVIEW_ESCALATION,
                overdue.purpose(about, "escalation"),
                overdue.of(about));
        internal.record(AuditEvent.ESCALATED, sent);
    }
}
