package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.driftgate.process.engine.EnginePerson;

/** Takes one field, as the real small forms do, without the review room behind it. */
final class ScriptedConsentForm implements SmallForm {

    private final TaskDecisions decisions;

    ScriptedConsentForm(TaskDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String task() {
        return DriftToNotificationBpmn.RECORD_CONSENT;
    }

    @Override
    public void record(DelegateTask task) {
        String answer = FormFields.required(task, ConsentForm.CONSENT, "what the client said");
        DriftToNotificationBpmn.CONSENT_GIVEN.set(task, answer.equals("GIVEN"));
        var about = DriftToNotificationBpmn.caseOf(task.getExecution());
        decisions.record(task.getId(), about, task(), answer, EnginePerson.completing(task));
    }
}
