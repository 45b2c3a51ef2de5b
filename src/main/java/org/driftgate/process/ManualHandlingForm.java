package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.driftgate.process.engine.EnginePerson;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;

/** What came of a household handled in person, from {@code forms/handle-manually.form}. */
@Component
class ManualHandlingForm implements SmallForm {

    static final ProcessVariable<String> HANDLING_OUTCOME = ProcessVariable.text("handlingOutcome");

    private final TaskDecisions decisions;
    private final ManualHandling manual;

    ManualHandlingForm(TaskDecisions decisions, ManualHandling manual) {
        this.decisions = decisions;
        this.manual = manual;
    }

    @Override
    public String task() {
        return DriftToNotificationBpmn.HANDLE_MANUALLY;
    }

    @Override
    public void record(DelegateTask task) {
        CaseId about = DriftToNotificationBpmn.caseOf(task.getExecution());
        PersonId person = EnginePerson.completing(task);
        String outcome = FormFields.required(task, HANDLING_OUTCOME, "what came of it");
        manual.record(about, outcome, person);
        DriftToNotificationBpmn.STATE_REASON.set(task, RoutingFacts.shortened(outcome));
        decisions.record(task.getId(), about, task(), "HANDLED", person);
    }
}
