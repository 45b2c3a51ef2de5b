package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.AlertAdviser;
import org.driftgate.notification.AlertRejections;
import org.springframework.stereotype.Component;

/** Tells the adviser of the execution exception at once, and the administrator when they become many. */
@Component
class EscalateToAdviserDelegate implements JavaDelegate {

    private final AlertAdviser alertAdviser;
    private final AlertRejections alertRejections;

    EscalateToAdviserDelegate(AlertAdviser alertAdviser, AlertRejections alertRejections) {
        this.alertAdviser = alertAdviser;
        this.alertRejections = alertRejections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        alertAdviser.forCase(caseOf(execution));
        alertRejections.ofRun(caseOf(execution).run());
    }
}
