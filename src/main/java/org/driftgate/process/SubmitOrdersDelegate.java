package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.NOT_RELEASED;
import static org.driftgate.process.DriftToNotificationBpmn.TRADE_REJECTED;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.trading.SubmitOrders;
import org.springframework.stereotype.Component;

/** Sends the orders whose turn it is; what is refused or not released leaves by an error event. */
@Component
class SubmitOrdersDelegate implements JavaDelegate {

    private final SubmitOrders submitOrders;

    SubmitOrdersDelegate(SubmitOrders submitOrders) {
        this.submitOrders = submitOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        switch (submitOrders.forCase(caseOf(execution))) {
            case ACCEPTED -> {}
            case REJECTED ->
                throw new BpmnError(TRADE_REJECTED, "The custodian refused an order, or an answer stays in doubt.");
            case NOT_RELEASED -> throw new BpmnError(NOT_RELEASED, "Something stood against the release.");
        }
    }
}
