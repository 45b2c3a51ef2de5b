package org.driftgate.process;

import static org.driftgate.process.DriftToNotificationBpmn.caseOf;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.driftgate.trading.ExecutionExceptions;
import org.springframework.stereotype.Component;

/** Marks the case as an execution exception. */
@Component
class FlagExecutionExceptionDelegate implements JavaDelegate {

    private final ExecutionExceptions executionExceptions;

    FlagExecutionExceptionDelegate(ExecutionExceptions executionExceptions) {
        this.executionExceptions = executionExceptions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        executionExceptions.flag(caseOf(execution));
    }
}
