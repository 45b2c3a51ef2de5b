package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;

class ExecutionPollingTest {

    private final ProcessEngine engine = EngineUnderTest.engine();

    @Test
    void wakesTheCasesThatListenAndLeavesTheOthers() {
        CaseStory listening = CaseStory.opens().works().approves().isReleased().waitsAt("executionsArrived");
        CaseStory notYet = CaseStory.opens().works().approves();
        changed(listening, notYet);
        EngineUnderTest.steps().next("announceExecutions", this::announce);

        ProcessInstance poll = poll();

        assertThat(passed(poll, "executionsAnnounced")).isEqualTo(1);
        listening.works().endsAt("clientNotified");
        notYet.waitsAt("releaseOrUndo");
    }

    @Test
    void escalatesOrdersThatShouldBeOver() {
        EngineUnderTest.steps().clear();
        EngineUnderTest.steps().next("collectExecutions", "ordersOverdue", true);

        ProcessInstance poll = poll();

        assertThat(passed(poll, "escalateOverdueExecutions")).isEqualTo(1);
        assertThat(passed(poll, "overdueEscalated")).isEqualTo(1);
    }

    @Test
    void keepsTheListOfChangedCasesOutOfTheDatabase() {
        EngineUnderTest.steps().clear();
        changed();

        ProcessInstance poll = poll();

        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(poll.getId())
                        .variableName("changedCases")
                        .count())
                .isZero();
    }

    private void changed(CaseStory... stories) {
        var ids = new ArrayList<>(
                List.of(stories).stream().map(story -> story.about().value()).toList());
        EngineUnderTest.steps().next("collectExecutions", execution -> {
            execution.setVariable("changedCases", Variables.untypedValue(ids, true));
            execution.setVariable("ordersOverdue", false);
        });
    }

    /** The real announcing step, which needs only the engine. */
    private void announce(DelegateExecution execution) {
        new AnnounceExecutionsDelegate(engine.getRuntimeService()).execute(execution);
    }

    private ProcessInstance poll() {
        ProcessInstance poll = engine.getRuntimeService().startProcessInstanceByKey(ExecutionPollingBpmn.PROCESS);
        var query = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(poll.getId())
                .messages();
        for (List<Job> jobs = query.list(); !jobs.isEmpty(); jobs = query.list())
            engine.getManagementService().executeJob(jobs.get(0).getId());
        return poll;
    }

    private long passed(ProcessInstance poll, String element) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(poll.getId())
                .activityId(element)
                .count();
    }
}
