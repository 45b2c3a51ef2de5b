package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.EXECUTION_STATE;
import static org.driftgate.process.DriftToNotificationBpmn.REST_LAPSED;
import static org.driftgate.process.DriftToNotificationBpmn.TRADE_REJECTED;
import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.shared.CaseId;
import org.driftgate.trading.AssessExecutions;
import org.driftgate.trading.AssessExecutions.Assessment;
import org.springframework.stereotype.Component;

/** Judges where the orders stand; a rejection leaves by the error event, and what has lapsed is not sent any more. */
@Component
class AssessExecutionsDelegate implements JavaDelegate {

    private final AssessExecutions assessExecutions;
    private final TradedSoFar traded;

    AssessExecutionsDelegate(AssessExecutions assessExecutions, TradedSoFar traded) {
        this.assessExecutions = assessExecutions;
        this.traded = traded;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseId about = caseOf(execution);
        Assessment assessment = assessExecutions.forCase(about);
        if (assessment == Assessment.REJECTED)
            throw new BpmnError(TRADE_REJECTED, "The custodian rejected an order after it was sent.");
        boolean lapsed = REST_LAPSED.find(execution).orElse(false);
        if (lapsed && assessment == Assessment.MORE_TO_SUBMIT)
            assessment = traded.isStillWorking(about) ? Assessment.WORKING : Assessment.DONE;
        EXECUTION_STATE.set(execution, assessment.name());
    }
}
