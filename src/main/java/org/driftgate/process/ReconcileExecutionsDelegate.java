package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.TRADED_ANYTHING;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.trading.ReconcileExecutions;
import org.springframework.stereotype.Component;

/** Compares fills with orders. */
@Component
class ReconcileExecutionsDelegate implements JavaDelegate {

    private final ReconcileExecutions reconcileExecutions;

    ReconcileExecutionsDelegate(ReconcileExecutions reconcileExecutions) {
        this.reconcileExecutions = reconcileExecutions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TRADED_ANYTHING.set(
                execution, reconcileExecutions.forCase(caseOf(execution)).tradedAnything());
    }
}
