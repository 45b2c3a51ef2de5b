package org.driftgate.process;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The user task on which a case waits: found, checked against the person, completed as that person. */
@Component
class WaitingTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineUser user;
    private final TaskDecisions decisions;

    WaitingTasks(TaskService tasks, RuntimeService runtime, EngineUser user, TaskDecisions decisions) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.user = user;
        this.decisions = decisions;
    }

    Task require(CaseId about, String key, PersonId person) {
        return user.asItself(() -> {
            Task task = open(about, key);
            requireCandidate(task, person);
            requireNoOtherHolder(task, about, person);
            return task;
        });
    }

    /** For somebody who need not be a candidate, because our own rules have allowed it. */
    Task requireFree(CaseId about, String key, PersonId person) {
        return user.asItself(() -> {
            Task task = open(about, key);
            requireNoOtherHolder(task, about, person);
            return task;
        });
    }

    private Task open(CaseId about, String key) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(about.value())
                .taskDefinitionKey(key)
                .singleResult();
        if (task == null) throw notWaiting(about, key);
        return task;
    }

    private static void requireNoOtherHolder(Task task, CaseId about, PersonId person) {
        String holder = task.getAssignee();
        if (holder != null && !holder.equals(person.value()))
            throw new NotWaitingException(about, "%s has claimed this task of %s.".formatted(holder, about));
    }

    void complete(Task task, CaseId about, String outcome, PersonId person, Map<String, Object> variables) {
        decisions.record(task.getId(), about, task.getTaskDefinitionKey(), outcome, person);
        user.as(person.value(), () -> {
            if (task.getAssignee() == null) tasks.claim(task.getId(), person.value());
            tasks.complete(task.getId(), variables);
        });
    }

    /** Another person must look: the task stays in the queue without its holder. */
    void returnToQueue(Task task, Map<String, Object> variables) {
        user.asItself(() -> {
            tasks.setAssignee(task.getId(), null);
            runtime.setVariables(task.getExecutionId(), variables);
            return task;
        });
    }

    private void requireCandidate(Task task, PersonId person) {
        long mine = tasks.createTaskQuery()
                .taskId(task.getId())
                .taskCandidateUser(person.value())
                .includeAssignedTasks()
                .count();
        if (mine == 0) throw new AccessDeniedException("%s may not work on '%s'.".formatted(person, task.getName()));
    }

    private NotWaitingException notWaiting(CaseId about, String key) {
        String waiting = tasks.createTaskQuery().processInstanceBusinessKey(about.value()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.joining(", "));
        String instead = waiting.isEmpty() ? "nobody's task is open" : "it waits for " + waiting;
        return new NotWaitingException(about, "Case %s does not wait for %s: %s.".formatted(about, key, instead));
    }
}
