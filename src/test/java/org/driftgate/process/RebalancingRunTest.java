package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.shared.SystemFault;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebalancingRunTest {

    private final ProcessEngine engine = EngineUnderTest.engine();
    private final ScriptedSteps steps = EngineUnderTest.steps();

    @BeforeEach
    void clear() {
        steps.clear();
    }

    @Test
    void runsFromRequestToSummary() {
        steps.next("startCases", "casesLeft", true).next("countOpenCases", "settled", false);
        ProcessInstance run = request();
        work(run);
        fireTimer(run);
        fireTimer(run);

        assertThat(passed(run, "startCases")).isEqualTo(2);
        assertThat(passed(run, "countOpenCases")).isEqualTo(2);
        assertThat(passed(run, "runFinished")).isEqualTo(1);
        assertThat(steps.states()).containsExactly("RUN_FINISHED");
    }

    @Test
    void abortsAndTellsTheAdministratorWhenTheSnapshotIsIncomplete() {
        steps.next("collectSnapshot", execution -> {
            throw new BpmnError(RebalancingRunBpmn.SNAPSHOT_INCOMPLETE, "account 77 has no positions");
        });
        ProcessInstance run = request();
        work(run);

        assertThat(passed(run, "alertAdministrator")).isEqualTo(1);
        assertThat(passed(run, "runAborted")).isEqualTo(1);
        assertThat(passed(run, "measureDrift")).isZero();
        assertThat(variable(run, "abortReason")).isEqualTo("account 77 has no positions");
    }

    @Test
    void abortsWhenTheSnapshotIsUnusable() {
        steps.next("validateSnapshot", execution -> {
            throw new BpmnError(RebalancingRunBpmn.SNAPSHOT_INCOMPLETE, "prices are three days old");
        });
        ProcessInstance run = request();
        work(run);

        assertThat(passed(run, "snapshotUnusable")).isEqualTo(1);
        assertThat(passed(run, "runAborted")).isEqualTo(1);
    }

    @Test
    void abortsAtTheLastAttemptInsteadOfHangingWhenTheSourceStaysDown() {
        Attempts attempts = EngineUnderTest.bean(Attempts.class);
        for (int attempt = 0; attempt < 3; attempt++)
            steps.next("collectSnapshot", execution -> {
                if (attempts.isLast(execution))
                    throw new BpmnError(RebalancingRunBpmn.SNAPSHOT_INCOMPLETE, "Orion stays down");
                throw new SystemFault("Orion", "portfolios", "no answer");
            });
        ProcessInstance run = request();

        assertThatThrownBy(() -> work(run)).isInstanceOf(SystemFault.class);
        assertThatThrownBy(() -> work(run)).isInstanceOf(SystemFault.class);
        work(run);

        assertThat(passed(run, "runAborted")).isEqualTo(1);
        assertThat(variable(run, "abortReason")).isEqualTo("Orion stays down");
    }

    @Test
    void skipsAScheduledStartThatIsNotDue() {
        steps.next("openRun", execution -> execution.setVariables(Map.of("runDue", false, "skipReason", "too late")));
        ProcessInstance run = engine.getRuntimeService().startProcessInstanceByKey(RebalancingRunBpmn.PROCESS);

        assertThat(passed(run, "runSkipped")).isEqualTo(1);
        assertThat(passed(run, "collectSnapshot")).isZero();
    }

    @Test
    void letsATraderStartWithTheFormAndNobodyElse() {
        var user = EngineUnderTest.bean(EngineUser.class);
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(RebalancingRunBpmn.PROCESS)
                .latestVersion()
                .singleResult();
        Map<String, Object> fields = Map.of("runReason", "model changed");

        user.as("trader", () -> engine.getFormService().submitStartForm(definition.getId(), fields));

        assertThat(engine.getFormService()
                        .getStartFormData(definition.getId())
                        .getCamundaFormRef()
                        .getKey())
                .isEqualTo("start-run");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() ->
                        user.as("reviewer", () -> engine.getFormService().submitStartForm(definition.getId(), fields))))
                .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);
    }

    @Test
    void isDueAtSevenOnTheNextTradingDay() {
        Job start = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey(RebalancingRunBpmn.PROCESS)
                .activityId("runTimeReached")
                .singleResult();

        var due = start.getDuedate().toInstant().atZone(TestClock.NEW_YORK);

        assertThat(due.toLocalTime()).hasToString("07:00");
        assertThat(EngineTestConfiguration.CALENDAR.isTradingDay(due.toLocalDate()))
                .isTrue();
    }

    private ProcessInstance request() {
        return engine.getRuntimeService()
                .startProcessInstanceByMessage(
                        RebalancingRunBpmn.RUN_REQUESTED, "R20261120-1", Map.of("runId", "R20261120-1"));
    }

    private void work(ProcessInstance run) {
        var query = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(run.getId())
                .messages();
        for (List<Job> jobs = query.list(); !jobs.isEmpty(); jobs = query.list())
            engine.getManagementService().executeJob(jobs.get(0).getId());
    }

    private void fireTimer(ProcessInstance run) {
        Job timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(run.getId())
                .timers()
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
        work(run);
    }

    private Object variable(ProcessInstance run, String name) {
        return engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(run.getId())
                .variableName(name)
                .singleResult()
                .getValue();
    }

    private long passed(ProcessInstance run, String element) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(run.getId())
                .activityId(element)
                .count();
    }
}
