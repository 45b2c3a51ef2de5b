package org.driftgate.notification;

import java.util.List;
import org.driftgate.audit.AuditEvent;
import org.driftgate.notification.Letter.Addressee;
import org.driftgate.shared.RunId;
import org.driftgate.trading.RejectionRate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the administrator when more of a day's orders are rejected than the firm puts up with. */
@Component
public class AlertRejections {

    private final CaseFacts facts;
    private final Correspondence correspondence;
    private final InternalMail internal;
    private final WebAddress web;

    AlertRejections(CaseFacts facts, Correspondence correspondence, InternalMail internal, WebAddress web) {
        this.facts = facts;
        this.correspondence = correspondence;
        this.internal = internal;
        this.web = web;
    }

    /** At most one mail for a run and a day. */
    @Transactional
    public void ofRun(RunId run) {
        RejectionRate.Day today = facts.rejectionsToday();
        if (!today.isTooHigh()) return;
        var letter = new Concern(
                "Too many orders are rejected",
                List.of(
                        today.sentence(),
                        "Each rejected order is with its adviser. Look for what they have in common, such as a wrong"
                                + " symbol, an account that may not trade, or a change at the custodian."),
                web.ofRun(run));
        var to = new Addressee("Administrator", correspondence.administratorAddress());
        internal.record(
                AuditEvent.ADMINISTRATOR_ALERTED,
                internal.aboutRun(run, to, MailKind.OPERATIONS_ALERT, "rejections-" + today.day(), letter));
    }

    record Concern(String heading, List<String> sentences, String link) {}
}
