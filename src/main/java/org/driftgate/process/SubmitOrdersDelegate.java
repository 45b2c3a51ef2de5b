package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.TRADE_REJECTED;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.trading.SubmitOrders;
import org.springframework.stereotype.Component;

/** Sends the orders whose turn it is; a refusal leaves by the error event. */
@Component
class SubmitOrdersDelegate implements JavaDelegate {

    private final SubmitOrders submitOrders;

    SubmitOrdersDelegate(SubmitOrders submitOrders) {
        this.submitOrders = submitOrders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (submitOrders.forCase(caseOf(execution)) == SubmitOrders.Outcome.REJECTED)
            throw new BpmnError(TRADE_REJECTED, "The custodian refused an order, or an answer stays in doubt.");
    }
}
