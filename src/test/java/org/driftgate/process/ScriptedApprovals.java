package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.driftgate.process.engine.guard.RefusedRequest;
import org.driftgate.process.engine.guard.SubmissionGuard;

/** Stands in for the gate's rows, which the engine under test does not have: everything is approved unless a test says not. */
final class ScriptedApprovals implements SubmissionGuard {

    private volatile boolean missing;

    void missing(boolean none) {
        missing = none;
    }

    @Override
    public void beforeSubmission(DelegateExecution execution) {
        if (missing) throw RefusedRequest.notYet("GUARD: no approval on record");
    }
}
