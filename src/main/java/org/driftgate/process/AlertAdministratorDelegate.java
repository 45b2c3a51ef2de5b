package org.driftgate.process;

import static org.driftgate.process.RebalancingRunBpmn.runOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.AlertAdministrator;
import org.springframework.stereotype.Component;

/** Tells the administrator why the run was aborted. */
@Component
class AlertAdministratorDelegate implements JavaDelegate {

    private final AlertAdministrator alertAdministrator;

    AlertAdministratorDelegate(AlertAdministrator alertAdministrator) {
        this.alertAdministrator = alertAdministrator;
    }

    @Override
    public void execute(DelegateExecution execution) {
        alertAdministrator.ofRun(runOf(execution));
    }
}
