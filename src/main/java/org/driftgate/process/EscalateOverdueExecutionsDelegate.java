package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.EscalateReview;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.springframework.stereotype.Component;

/** Tells the escalation address of every case whose orders should be over. */
@Component
class EscalateOverdueExecutionsDelegate implements JavaDelegate {

    private final Cases cases;
    private final EscalateReview escalateReview;

    EscalateOverdueExecutionsDelegate(Cases cases, EscalateReview escalateReview) {
        this.cases = cases;
        this.escalateReview = escalateReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.search(null, CaseState.EXECUTING).forEach(executing -> escalateReview.forCase(executing.id()));
    }
}
