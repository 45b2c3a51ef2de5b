package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.transaction.support.TransactionTemplate;

/** Drives one case through the model, step by step, and remembers which elements were passed in all stories together. */
final class CaseStory {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    static final Set<String> PASSED = new TreeSet<>();

    private final ProcessEngine engine = EngineUnderTest.engine();
    private final CaseId about = new CaseId("R20261120-1.H%06d".formatted(NUMBER.incrementAndGet()));
    private final ProcessInstance instance;

    private CaseStory(Map<String, Object> variables) {
        var all = new HashMap<>(variables);
        all.putIfAbsent(DriftToNotificationBpmn.ADVISER.name(), "advisor01");
        instance = inTransaction(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(DriftToNotificationBpmn.PROCESS, about.value(), all));
    }

    static CaseStory opens() {
        return opens(Map.of());
    }

    static CaseStory opens(Map<String, Object> variables) {
        EngineUnderTest.steps().clear();
        var story = new CaseStory(variables);
        return story;
    }

    /** Runs everything that is due at once, but no timer. */
    CaseStory works() {
        for (List<Job> jobs = messages(); !jobs.isEmpty(); jobs = messages())
            engine.getManagementService().executeJob(jobs.get(0).getId());
        remember();
        return this;
    }

    CaseStory fires(String timer) {
        Job job = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult();
        engine.getManagementService().executeJob(job.getId());
        return works();
    }

    CaseStory isReleased() {
        return fires("awaitReleaseWindow");
    }

    CaseStory isTakenBack() {
        engine.getRuntimeService()
                .createMessageCorrelation(DriftToNotificationBpmn.APPROVAL_REVOKED)
                .processInstanceBusinessKey(about.value())
                .correlate();
        return works();
    }

    CaseStory hearsOfExecutions() {
        engine.getRuntimeService()
                .createMessageCorrelation(DriftToNotificationBpmn.EXECUTIONS_ARRIVED)
                .processInstanceBusinessKey(about.value())
                .correlate();
        return works();
    }

    CaseStory decides(String task, String person, Map<String, Object> variables) {
        var waiting = EngineUnderTest.bean(WaitingTasks.class);
        var who = new PersonId(person);
        inTransaction(() -> {
            waiting.complete(waiting.require(about, task, who), about, "TEST", who, variables);
            return who;
        });
        return works();
    }

    CaseStory approves() {
        return decides("reviewProposal", "reviewer", Map.of("reviewRoute", "APPROVED"));
    }

    void completesDirectly(String task, String person, Map<String, Object> variables) {
        EngineUnderTest.bean(EngineUser.class)
                .as(person, () -> engine.getTaskService().complete(task(task).getId(), variables));
        works();
    }

    Task task(String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(key)
                .singleResult();
    }

    CaseStory waitsAt(String... elements) {
        assertThat(engine.getRuntimeService().getActiveActivityIds(instance.getId()))
                .containsExactlyInAnyOrder(elements);
        return this;
    }

    void endsAt(String end) {
        var query =
                engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance.getId());
        assertThat(query.activityId(end).finished().count())
                .as("ended at " + end)
                .isEqualTo(1);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }

    long passed(String element) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityId(element)
                .count();
    }

    String id() {
        return instance.getId();
    }

    CaseId about() {
        return about;
    }

    private List<Job> messages() {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .withRetriesLeft()
                .list();
    }

    private void remember() {
        engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list()
                .forEach(activity -> PASSED.add(activity.getActivityId()));
    }

    /** As the application does; without a transaction of its own the engine takes a call for somebody's from outside. */
    private static <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(
                EngineUnderTest.bean(TransactionTemplate.class).execute(status -> work.get()));
    }
}
