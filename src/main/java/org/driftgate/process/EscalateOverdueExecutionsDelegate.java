package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.notification.EscalateReview;
import org.driftgate.trading.CollectExecutions;
import org.springframework.stereotype.Component;

/** Tells the escalation address of every case whose orders should be over. */
@Component
class EscalateOverdueExecutionsDelegate implements JavaDelegate {

    private final CollectExecutions collectExecutions;
    private final EscalateReview escalateReview;

    EscalateOverdueExecutionsDelegate(CollectExecutions collectExecutions, EscalateReview escalateReview) {
        this.collectExecutions = collectExecutions;
        this.escalateReview = escalateReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        collectExecutions.overdue().forEach(escalateReview::forCase);
    }
}
