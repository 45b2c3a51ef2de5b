package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** A form whose fields Tasklist submits as process variables; they become a record and are removed. */
interface SmallForm {

    /** The element id of its task. */
    String task();

    /** Whether it is for the household's own adviser alone. */
    default boolean isAdvisers() {
        return true;
    }

    /** Records what was submitted in the task's transaction, or refuses with a sentence. */
    void record(DelegateTask task);
}
