package org.driftgate.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the open review tasks of a person's groups from the engine, with what the lists of Tasklist show too. */
@Component
class OpenReviewTasks implements WaitingReviews {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineUser user;

    OpenReviewTasks(TaskService tasks, RuntimeService runtime, EngineUser user) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.user = user;
    }

    @Override
    public List<WaitingReview> of(PersonId person) {
        return user.asItself(() -> {
            List<Task> open = tasks.createTaskQuery()
                    .taskDefinitionKey(DriftToNotificationBpmn.REVIEW_PROPOSAL)
                    .taskCandidateUser(person.value())
                    .includeAssignedTasks()
                    .orderByDueDate()
                    .asc()
                    .list();
            Map<String, String> cases = values(open, DriftToNotificationBpmn.CASE_ID);
            Map<String, Double> taxes = values(open, DriftToNotificationBpmn.EST_TAX_USD);
            return open.stream()
                    .flatMap(task -> Stream.ofNullable(cases.get(task.getProcessInstanceId()))
                            .map(about -> waiting(task, about, taxes.get(task.getProcessInstanceId()))))
                    .toList();
        });
    }

    private <T> Map<String, T> values(List<Task> open, ProcessVariable<T> variable) {
        if (open.isEmpty()) return Map.of();
        List<VariableInstance> found = runtime.createVariableInstanceQuery()
                .variableName(variable.name())
                .processInstanceIdIn(
                        open.stream().map(Task::getProcessInstanceId).toArray(String[]::new))
                .list();
        var values = new HashMap<String, T>();
        for (VariableInstance one : found)
            values.put(one.getProcessInstanceId(), variable.type().cast(one.getValue()));
        return values;
    }

    private static WaitingReview waiting(Task task, String about, @Nullable Double tax) {
        Date due = task.getDueDate();
        String holder = task.getAssignee();
        return new WaitingReview(
                new CaseId(about),
                due == null ? null : due.toInstant(),
                holder == null ? null : new PersonId(holder),
                tax == null ? null : BigDecimal.valueOf(tax).setScale(2, RoundingMode.HALF_EVEN));
    }
}
