package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.NoteDrift;
import org.springframework.stereotype.Component;

/** Writes the household's drift to the CRM. */
@Component
class NoteDriftInCrmDelegate implements JavaDelegate {

    private final NoteDrift noteDrift;

    NoteDriftInCrmDelegate(NoteDrift noteDrift) {
        this.noteDrift = noteDrift;
    }

    @Override
    public void execute(DelegateExecution execution) {
        noteDrift.forCase(caseOf(execution));
    }
}
