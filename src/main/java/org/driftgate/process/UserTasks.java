package org.driftgate.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.driftgate.process.engine.EnginePerson;
import org.driftgate.process.engine.UserTaskEvents;
import org.driftgate.process.engine.guard.RefusedRequest;
import org.springframework.stereotype.Component;

/**
 * Puts the household into each task's name, and lets no task end without its recorded decision: the rich tasks through
 * our own forms only, the small ones also through Tasklist's submit, whose fields are recorded here first.
 */
@Component
class UserTasks implements UserTaskEvents {

    private final TaskDecisions decisions;
    private final ReviewCandidates candidates;
    private final List<SmallForm> forms;
    private final TaskTimes times;

    UserTasks(TaskDecisions decisions, ReviewCandidates candidates, List<SmallForm> forms, TaskTimes times) {
        this.decisions = decisions;
        this.candidates = candidates;
        this.forms = forms;
        this.times = times;
    }

    @Override
    public boolean isForGroups(DelegateExecution execution) {
        return !execution.getCurrentActivityId().equals(DriftToNotificationBpmn.REVIEW_PROPOSAL)
                || candidates.areGroups(execution);
    }

    @Override
    public void created(DelegateTask task) {
        DriftToNotificationBpmn.HOUSEHOLD_NAME
                .find(task)
                .ifPresent(household -> task.setName(task.getName() + " · " + household));
        DriftToNotificationBpmn.AGEING.set(task, false);
        if (task.getTaskDefinitionKey().equals(DriftToNotificationBpmn.REVIEW_PROPOSAL)) candidates.follow(task);
    }

    @Override
    public void completing(DelegateTask task) {
        if (decisions.exists(task.getId()) || isSubmitted(task)) {
            times.completing(task);
            return;
        }
        throw RefusedRequest.notYet(
                "No decision is recorded for '%s'. Open the task's form in Tasklist and decide there; nothing was changed."
                        .formatted(task.getName()));
    }

    private boolean isSubmitted(DelegateTask task) {
        for (SmallForm form : forms) {
            if (!form.task().equals(task.getTaskDefinitionKey())) continue;
            if (form.isAdvisers()) requireOwnAdviser(task);
            form.record(task);
            return true;
        }
        return false;
    }

    /** Not even an administrator speaks for an adviser. */
    private static void requireOwnAdviser(DelegateTask task) {
        String adviser = DriftToNotificationBpmn.ADVISER.find(task).orElse("");
        String person = EnginePerson.completing(task).value();
        if (!person.equals(adviser))
            throw RefusedRequest.never("'%s' is for adviser %s alone, not for %s; nothing was changed."
                    .formatted(task.getName(), adviser, person));
    }
}
