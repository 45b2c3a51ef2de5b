package org.driftgate.process.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** Hears of every user task, whatever the model says and whoever completes it. */
public interface UserTaskEvents {

    /** Whether the task that opens is for the groups that the model names; otherwise it is given to a person. */
    boolean isForGroups(DelegateExecution execution);

    void created(DelegateTask task);

    /** Throws {@link org.camunda.bpm.engine.BadUserRequestException} when the task must not be completed like this. */
    void completing(DelegateTask task);
}
