package org.driftgate.notification;

import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Tells the escalation address that a review is overdue. */
@Component
public class EscalateReview {

    public void forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }
}
