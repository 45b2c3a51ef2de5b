package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.RemindReviewers;
import org.springframework.stereotype.Component;

/** Reminds those who have the case waiting. */
@Component
class RemindReviewerDelegate implements JavaDelegate {

    private final RemindReviewers remindReviewers;

    RemindReviewerDelegate(RemindReviewers remindReviewers) {
        this.remindReviewers = remindReviewers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        remindReviewers.forCase(caseOf(execution));
    }
}
