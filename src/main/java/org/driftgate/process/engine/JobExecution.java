package org.driftgate.process.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Stops and starts the execution of jobs. The clock must not move while a job runs: the jump would expire its lock and the
 * job would run twice.
 */
@Component
public class JobExecution {

    private static final long PAUSE_MILLIS = 5;
    private final ProcessEngine engine;
    private final ObjectProvider<ThreadPoolTaskExecutor> pool;

    JobExecution(ProcessEngine engine, @Qualifier("camundaTaskExecutor") ObjectProvider<ThreadPoolTaskExecutor> pool) {
        this.engine = engine;
        this.pool = pool;
    }

    public boolean isActive() {
        return executor().isActive();
    }

    /** Runs a step while nothing else runs; false, and nothing done, when running jobs do not end in time. */
    public boolean whileStopped(Duration limit, Runnable step) {
        boolean active = isActive();
        if (active) executor().shutdown();
        try {
            if (!await(limit, this::isIdle)) return false;
            step.run();
            return true;
        } finally {
            if (active) executor().start();
        }
    }

    /** Waits until no job is due, or the limit has passed (false). */
    public boolean awaitNoDueJobs(Duration limit) {
        if (!isActive()) return true;
        return await(limit, () -> isIdle() && dueJobs() == 0);
    }

    private long dueJobs() {
        return engine.getManagementService()
                .createJobQuery()
                .executable()
                .active()
                .withRetriesLeft()
                .count();
    }

    private boolean isIdle() {
        ThreadPoolTaskExecutor threads = pool.getIfAvailable();
        return threads == null
                || (threads.getActiveCount() == 0
                        && threads.getThreadPoolExecutor().getQueue().isEmpty());
    }

    private static boolean await(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) return false;
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private JobExecutor executor() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }
}
