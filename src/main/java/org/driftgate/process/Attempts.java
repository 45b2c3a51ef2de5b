package org.driftgate.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** For steps that must answer a last failure with a decision of the model instead of an incident. */
@Component
class Attempts {

    private final ManagementService management;
    private final TransactionTemplate own;

    Attempts(ManagementService management, PlatformTransactionManager transactions) {
        this.management = management;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A fault inside would mark the engine's transaction for rollback, and the error event would be lost with it. */
    <T> T inOwnTransaction(Supplier<T> step) {
        T result = own.execute(status -> step.get());
        if (result == null) throw new IllegalStateException("the step answered nothing");
        return result;
    }

    boolean isLast(DelegateExecution execution) {
        return management
                .createJobQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .activityId(execution.getCurrentActivityId())
                .listPage(0, 1)
                .stream()
                .allMatch(job -> job.getRetries() <= 1);
    }
}
