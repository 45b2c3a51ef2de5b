package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.LogNotice;
import org.springframework.stereotype.Component;

/** Logs the notice in the CRM. */
@Component
class LogNoticeDelegate implements JavaDelegate {

    private final LogNotice logNotice;

    LogNoticeDelegate(LogNotice logNotice) {
        this.logNotice = logNotice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        logNotice.forCase(caseOf(execution));
    }
}
