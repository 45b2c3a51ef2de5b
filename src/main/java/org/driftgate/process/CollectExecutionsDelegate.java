package org.driftgate.process;

import static org.driftgate.process.ExecutionPollingBpmn.CHANGED_CASES;
import static org.driftgate.process.ExecutionPollingBpmn.ORDERS_OVERDUE;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.driftgate.shared.CaseId;
import org.driftgate.trading.CollectExecutions;
import org.springframework.stereotype.Component;

/** Collects what became of today's orders; overdue orders count at the last poll of the day only. */
@Component
class CollectExecutionsDelegate implements JavaDelegate {

    private final CollectExecutions collectExecutions;
    private final RunSchedule schedule;

    CollectExecutionsDelegate(CollectExecutions collectExecutions, RunSchedule schedule) {
        this.collectExecutions = collectExecutions;
        this.schedule = schedule;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var collected = collectExecutions.now();
        var changed =
                new ArrayList<>(collected.changed().stream().map(CaseId::value).toList());
        execution.setVariable(CHANGED_CASES.name(), Variables.untypedValue(changed, true));
        ORDERS_OVERDUE.set(execution, !collected.overdue().isEmpty() && schedule.pollingIsOver());
    }
}
