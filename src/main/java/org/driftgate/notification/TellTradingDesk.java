package org.driftgate.notification;

import java.util.ArrayList;
import java.util.List;
import org.driftgate.audit.AuditEvent;
import org.driftgate.notification.AlertRejections.Concern;
import org.driftgate.notification.Letter.Addressee;
import org.driftgate.trading.QuarantinedReports;
import org.driftgate.trading.QuarantinedReports.Report;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the trading desk of custodians' reports that belong to no order of ours, or come after their case has ended. */
@Component
public class TellTradingDesk {

    private final QuarantinedReports quarantined;
    private final Correspondence correspondence;
    private final InternalMail internal;
    private final WebAddress web;

    TellTradingDesk(
            QuarantinedReports quarantined, Correspondence correspondence, InternalMail internal, WebAddress web) {
        this.quarantined = quarantined;
        this.correspondence = correspondence;
        this.internal = internal;
        this.web = web;
    }

    /** One mail for everything that is new; none when nothing is. */
    @Transactional
    public void ofStrayReports() {
        List<Report> untold = quarantined.untold();
        if (untold.isEmpty()) return;
        var to = new Addressee("Trading desk", correspondence.tradingAddress());
        Letter sent = internal.aboutFirm(to, MailKind.OPERATIONS_ALERT, purpose(untold), concern(untold));
        quarantined.told(untold, sent.messageId());
        internal.record(AuditEvent.TRADING_DESK_TOLD, sent);
    }

    private Concern concern(List<Report> untold) {
        var sentences =
                new ArrayList<>(untold.stream().map(TellTradingDesk::sentence).toList());
        sentences.add("Nothing of it was counted. Ask the custodian whose it is; if it is an error there, have it"
                + " cancelled and keep the answer.");
        return new Concern("Executions that fit no order", sentences, web.frontPage());
    }

    private static String sentence(Report report) {
        return report.caseId() == null ? report.sentence() : report.caseId() + ": " + report.sentence();
    }

    private static String purpose(List<Report> untold) {
        return "stray-%d-%d"
                .formatted(untold.get(0).id(), untold.get(untold.size() - 1).id());
    }
}
