package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Keeps the state of a case in step with the model; used by the model by name. */
@Component
public class CaseStates {

    private final Cases cases;

    CaseStates(Cases cases) {
        this.cases = cases;
    }

    /** Moves the case unless it is there already; a reason left by the step before goes along once. */
    public void become(DelegateExecution execution, String state) {
        CaseId about = DriftToNotificationBpmn.caseOf(execution);
        String reason = DriftToNotificationBpmn.STATE_REASON.take(execution).orElse(null);
        CaseState next = CaseState.valueOf(state);
        if (cases.get(about).state() != next) cases.moveTo(about, next, reason);
    }

    /** From here on nothing more of the case is sent; what was traded is settled. */
    public void letTheRestLapse(DelegateExecution execution) {
        DriftToNotificationBpmn.REST_LAPSED.set(execution, true);
    }
}
