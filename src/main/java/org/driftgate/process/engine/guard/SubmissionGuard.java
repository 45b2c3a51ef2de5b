package org.driftgate.process.engine.guard;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Asked each time before a step that sends orders starts, in the transaction of that step. */
public interface SubmissionGuard {

    /** Throws when the case has no approval on record; the step then fails and becomes an incident. */
    void beforeSubmission(DelegateExecution execution);
}
