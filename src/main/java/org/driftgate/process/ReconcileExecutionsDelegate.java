package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.BREAKS_FOUND;
import static org.driftgate.process.DriftToNotificationBpmn.FOUND_BREAKS;
import static org.driftgate.process.DriftToNotificationBpmn.STATE_REASON;
import static org.driftgate.process.DriftToNotificationBpmn.TRADED_ANYTHING;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.trading.ReconcileExecutions;
import org.driftgate.trading.ReconcileExecutions.Reconciliation;
import org.springframework.stereotype.Component;

/** Compares fills with orders; breaks that nobody has explained go to the trading desk. */
@Component
class ReconcileExecutionsDelegate implements JavaDelegate {

    private final ReconcileExecutions reconcileExecutions;

    ReconcileExecutionsDelegate(ReconcileExecutions reconcileExecutions) {
        this.reconcileExecutions = reconcileExecutions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Reconciliation result = reconcileExecutions.forCase(caseOf(execution));
        TRADED_ANYTHING.set(execution, result.tradedAnything());
        BREAKS_FOUND.set(execution, !result.unexplained().isEmpty());
        if (result.unexplained().isEmpty()) return;
        String found = RoutingFacts.shortened(String.join("\n", result.unexplained()));
        FOUND_BREAKS.set(execution, found);
        STATE_REASON.set(execution, found);
    }
}
