package org.driftgate.notification;

import org.driftgate.audit.AuditEvent;
import org.driftgate.notification.Letter.Addressee;
import org.driftgate.review.Signatures;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds those who have a case waiting too long. */
@Component
public class RemindReviewers {

    private final Cases cases;
    private final Correspondence correspondence;
    private final InternalMail internal;
    private final OverdueReview overdue;
    private final Signatures signatures;

    RemindReviewers(
            Cases cases,
            Correspondence correspondence,
            InternalMail internal,
            OverdueReview overdue,
            Signatures signatures) {
        this.cases = cases;
        this.correspondence = correspondence;
        this.internal = internal;
        this.overdue = overdue;
        this.signatures = signatures;
    }

    @Transactional
    public void forCase(CaseId about) {
        Letter sent = internal.aboutCase(
                about,
                whoseTurn(cases.get(about)),
                MailKind.REVIEW_REMINDER,
                overdue.purpose(about, "reminder"),
                overdue.of(about));
        internal.record(AuditEvent.REMINDER_SENT, sent);
    }

    private Addressee whoseTurn(RebalancingCase rebalancing) {
        return switch (rebalancing.state()) {
            case IN_TAX_REVIEW -> new Addressee("Tax review", correspondence.taxAddress());
            case AWAITING_CONSENT, WITH_ADVISER, EXCEPTION, HANDLING_MANUALLY ->
                internal.adviser(rebalancing.adviser());
            case IN_REVIEW -> signer(rebalancing);
            case BREAK -> new Addressee("Trading desk", correspondence.tradingAddress());
            default -> compliance();
        };
    }

    /** Where a version waits for the adviser's own signature, compliance can do nothing about it. */
    private Addressee signer(RebalancingCase rebalancing) {
        return signatures.adviserToSign(rebalancing.id()).isPresent()
                ? internal.adviser(rebalancing.adviser())
                : compliance();
    }

    private Addressee compliance() {
        return new Addressee("Compliance", correspondence.complianceAddress());
    }
}
