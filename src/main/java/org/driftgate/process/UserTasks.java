package org.driftgate.process;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.driftgate.process.engine.UserTaskEvents;
import org.springframework.stereotype.Component;

/**
 * Puts the household into each task's name, and lets no task end without its recorded decision: the rich tasks through
 * our own forms only, the small ones also through Tasklist's submit, whose fields are recorded here first.
 */
@Component
class UserTasks implements UserTaskEvents {

    private final TaskDecisions decisions;
    private final List<SmallForm> forms;

    UserTasks(TaskDecisions decisions, List<SmallForm> forms) {
        this.decisions = decisions;
        this.forms = forms;
    }

    @Override
    public void created(DelegateTask task) {
        DriftToNotificationBpmn.HOUSEHOLD_NAME
                .find(task)
                .ifPresent(household -> task.setName(task.getName() + " · " + household));
        DriftToNotificationBpmn.AGEING.set(task, false);
    }

    @Override
    public void completing(DelegateTask task) {
        if (decisions.exists(task.getId()) || isSubmitted(task)) return;
        throw new BadUserRequestException(
                "No decision is recorded for '%s'. Open the task's form in Tasklist and decide there; nothing was changed."
                        .formatted(task.getName()));
    }

    private boolean isSubmitted(DelegateTask task) {
        for (SmallForm form : forms) {
            if (!form.task().equals(task.getTaskDefinitionKey())) continue;
            form.record(task);
            return true;
        }
        return false;
    }
}
