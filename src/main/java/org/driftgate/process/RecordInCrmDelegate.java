package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.RecordInCrm;
import org.springframework.stereotype.Component;

/** Records what was traded in the CRM. */
@Component
class RecordInCrmDelegate implements JavaDelegate {

    private final RecordInCrm recordInCrm;

    RecordInCrmDelegate(RecordInCrm recordInCrm) {
        this.recordInCrm = recordInCrm;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recordInCrm.forCase(caseOf(execution));
    }
}
