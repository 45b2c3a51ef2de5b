package org.driftgate.process;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.driftgate.process.engine.EngineTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How long tasks were open until a person completed them ({@code driftgate.task.open} by task), in business time and since
 * the application started. A task whose completion is rolled back is not counted.
 */
@Component
class TaskTimes implements MeterBinder {

    private volatile @Nullable MeterRegistry registry;

    @Override
    public void bindTo(MeterRegistry registry) {
        this.registry = registry;
    }

    void completing(DelegateTask task) {
        String key = task.getTaskDefinitionKey();
        Duration open = Duration.between(task.getCreateTime().toInstant(), EngineTime.now());
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            record(key, open);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                record(key, open);
            }
        });
    }

    private void record(String task, Duration open) {
        MeterRegistry known = registry;
        if (known == null) return;
        Timer.builder("driftgate.task.open")
                .tag("task", task)
                .description("Business time from a task's opening until a person completed it")
                .register(known)
                .record(open);
    }
}
