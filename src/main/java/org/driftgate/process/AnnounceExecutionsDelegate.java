package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.EXECUTIONS_ARRIVED;
import static org.driftgate.process.ExecutionPollingBpmn.CHANGED_CASES;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Wakes each case with news that listens; the others stay unassessed and are announced by the next poll. */
@Component
class AnnounceExecutionsDelegate implements JavaDelegate {

    private final RuntimeService runtime;

    AnnounceExecutionsDelegate(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (Object changed : CHANGED_CASES.from(execution)) announce(changed.toString());
    }

    private void announce(String caseId) {
        runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseId)
                .messageEventSubscriptionName(EXECUTIONS_ARRIVED)
                .listPage(0, 1)
                .forEach(waiting -> runtime.messageEventReceived(EXECUTIONS_ARRIVED, waiting.getId()));
    }
}
