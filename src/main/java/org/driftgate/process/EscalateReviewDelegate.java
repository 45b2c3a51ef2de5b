package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.AGEING;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.EscalateReview;
import org.springframework.stereotype.Component;

/** Tells the escalation address and marks the task as ageing for the lists. */
@Component
class EscalateReviewDelegate implements JavaDelegate {

    private final EscalateReview escalateReview;

    EscalateReviewDelegate(EscalateReview escalateReview) {
        this.escalateReview = escalateReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AGEING.set(execution, true);
        escalateReview.forCase(caseOf(execution));
    }
}
