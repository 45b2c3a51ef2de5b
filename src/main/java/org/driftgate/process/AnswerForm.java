package org.driftgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.driftgate.process.engine.EnginePerson;
import org.driftgate.review.Reviews;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;

/** The adviser's answer, from {@code forms/answer-question.form}. */
@Component
class AnswerForm implements SmallForm {

    static final ProcessVariable<String> ANSWER = ProcessVariable.text("answer");

    private final TaskDecisions decisions;
    private final Reviews reviews;

    AnswerForm(TaskDecisions decisions, Reviews reviews) {
        this.decisions = decisions;
        this.reviews = reviews;
    }

    @Override
    public String task() {
        return DriftToNotificationBpmn.ANSWER_QUESTION;
    }

    @Override
    public void record(DelegateTask task) {
        CaseId about = DriftToNotificationBpmn.caseOf(task.getExecution());
        PersonId person = EnginePerson.completing(task);
        reviews.answer(about, FormFields.required(task, ANSWER, "the answer"), person);
        decisions.record(task.getId(), about, task(), "ANSWERED", person);
    }
}
