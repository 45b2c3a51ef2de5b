package org.driftgate.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.driftgate.process.engine.EnginePerson;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.trading.Breaks;
import org.springframework.stereotype.Component;

/** What a person found out about breaks, from {@code forms/resolve-break.form}. */
@Component
class BreakForm implements SmallForm {

    static final ProcessVariable<String> BREAK_NOTE = ProcessVariable.text("breakNote");

    private final TaskDecisions decisions;
    private final Breaks breaks;

    BreakForm(TaskDecisions decisions, Breaks breaks) {
        this.decisions = decisions;
        this.breaks = breaks;
    }

    @Override
    public String task() {
        return DriftToNotificationBpmn.RESOLVE_BREAK;
    }

    @Override
    public boolean isAdvisers() {
        return false;
    }

    @Override
    public void record(DelegateTask task) {
        CaseId about = DriftToNotificationBpmn.caseOf(task.getExecution());
        PersonId person = EnginePerson.completing(task);
        String note = FormFields.required(task, BREAK_NOTE, "what caused the break and what was done about it");
        List<String> problems = breaks.explain(about, note, person);
        if (!problems.isEmpty()) throw FormFields.refusal(task, FormFields.sentence(problems));
        decisions.record(task.getId(), about, task(), "EXPLAINED", person);
    }
}
