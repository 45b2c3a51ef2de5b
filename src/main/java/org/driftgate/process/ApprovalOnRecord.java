package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.driftgate.process.engine.guard.RefusedRequest;
import org.driftgate.process.engine.guard.SubmissionGuard;
import org.driftgate.review.Gate;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** Asks the gate's rows, whatever the process variables say and whatever way the token came. */
@Component
class ApprovalOnRecord implements SubmissionGuard {

    private final Gate gate;

    ApprovalOnRecord(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void beforeSubmission(DelegateExecution execution) {
        CaseId about = DriftToNotificationBpmn.caseOf(execution);
        if (gate.approval(about).isPresent()) return;
        throw RefusedRequest.notYet(
                "GUARD: case %s has no approval on record; nothing was sent. Let the proposal be reviewed, then retry this step."
                        .formatted(about));
    }
}
