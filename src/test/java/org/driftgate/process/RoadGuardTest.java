package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.driftgate.process.engine.EngineUser;
import org.driftgate.process.engine.guard.RefusedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything here is tried by the administrator, who has every right of the engine. */
class RoadGuardTest {

    private final ProcessEngine engine = EngineUnderTest.engine();
    private final RuntimeService runtime = engine.getRuntimeService();
    private final EngineUser user = EngineUnderTest.bean(EngineUser.class);
    private final CaseStory story = CaseStory.opens().works();
    private final String definition = runtime.createProcessInstanceQuery()
            .processInstanceId(story.id())
            .singleResult()
            .getProcessDefinitionId();

    @ParameterizedTest
    @ValueSource(
            strings = {"submitOrders", "recheckProposal", "awaitReleaseWindow", "whatWasDecided", "resolveException"})
    void putsNoTokenBehindTheReview(String element) {
        refuses(
                "behind its review",
                "modify process instance",
                () -> runtime.createProcessInstanceModification(story.id())
                        .startBeforeActivity(element)
                        .execute(true, true));
        refuses(
                "behind its review",
                "modify process instance async",
                () -> runtime.createProcessInstanceModification(story.id())
                        .cancelAllForActivity("reviewProposal")
                        .startBeforeActivity(element)
                        .executeAsync());
        refuses(
                "behind its review",
                "process instance modification",
                () -> runtime.createModification(definition)
                        .startBeforeActivity(element)
                        .processInstanceIds(story.id())
                        .execute());
        refuses(
                "behind its review",
                "process instance modification batch",
                () -> runtime.createModification(definition)
                        .startBeforeActivity(element)
                        .processInstanceIds(story.id())
                        .executeAsync());
    }

    @Test
    void leavesTheReviewByNoOtherWay() {
        refuses(
                "behind its review",
                "modify process instance",
                () -> runtime.createProcessInstanceModification(story.id())
                        .startAfterActivity("reviewProposal")
                        .execute());
        refuses(
                "behind its review",
                "modify process instance",
                () -> runtime.createProcessInstanceModification(story.id())
                        .startTransition("stillGoodToSubmitOrders")
                        .execute());
        refuses(
                "would end without a record",
                "modify process instance",
                () -> runtime.createProcessInstanceModification(story.id())
                        .cancelAllForActivity("reviewProposal")
                        .execute());
    }

    @Test
    void goesBackBeforeTheReview() {
        user.as(
                "admin",
                () -> runtime.createProcessInstanceModification(story.id())
                        .cancelAllForActivity("reviewProposal")
                        .startBeforeActivity("checkPreTradeRules")
                        .execute());

        story.works().waitsAt("reviewProposal");
    }

    @Test
    void opensCasesByRunsOnly() {
        String sentence = "A case is opened by a run only";
        refuses(
                sentence,
                "start process instance at activities",
                () -> runtime.createProcessInstanceByKey("drift-to-notification")
                        .businessKey(story.about().value())
                        .startBeforeActivity("submitOrders")
                        .execute(true, true));
        refuses(sentence, "start process instance", () -> runtime.startProcessInstanceByKey("drift-to-notification"));
        refuses(sentence, "submit start form", () -> engine.getFormService().submitStartForm(definition, Map.of()));
        refuses(
                "A case is not started again",
                "restart process instances",
                () -> runtime.restartProcessInstances(definition)
                        .startBeforeActivity("submitOrders")
                        .processInstanceIds(story.id())
                        .execute());
        refuses(
                "A case is not started again",
                "restart process instances batch",
                () -> runtime.restartProcessInstances(definition)
                        .startBeforeActivity("openCase")
                        .processInstanceIds(story.id())
                        .executeAsync());
    }

    @Test
    void migratesNoTokenPastTheReview() {
        var plan = runtime.createMigrationPlan(definition, definition)
                .mapActivities("reviewProposal", "reviewTaxLots")
                .build();
        String sentence = "cannot be migrated past its review";
        refuses(
                sentence,
                "migrate process instance",
                () -> runtime.newMigration(plan)
                        .processInstanceIds(story.id())
                        .skipCustomListeners()
                        .execute());
        refuses(
                sentence,
                "migrate process instance batch",
                () -> runtime.newMigration(plan).processInstanceIds(story.id()).executeAsync());
    }

    @Test
    void writesNoVariableFromOutside() {
        String sentence = "variables of a case are written by its own steps only";
        String task = story.task("reviewProposal").getId();
        var approved = Map.<String, Object>of("reviewRoute", "APPROVED");
        refuses(sentence, "set execution variables", () -> runtime.setVariables(story.id(), approved));
        refuses(sentence, "set execution variables", () -> runtime.setVariableLocal(story.id(), "anything", "x"));
        refuses(sentence, "remove execution variables", () -> runtime.removeVariable(story.id(), "tradedAlready"));
        refuses(
                sentence,
                "set variables to process instances batch",
                () -> runtime.setVariablesAsync(List.of(story.id()), approved));
        refuses(sentence, "set task variables", () -> engine.getTaskService().setVariables(task, approved));
        refuses(sentence, "complete task", () -> engine.getTaskService().complete(task, approved));
        refuses(sentence, "submit task form", () -> engine.getFormService().submitTaskForm(task, approved));
        refuses(
                sentence,
                "correlate message",
                () -> runtime.createMessageCorrelation("executionsArrived")
                        .processInstanceId(story.id())
                        .setVariable("releaseVerdict", "READY")
                        .correlate());
    }

    @Test
    void removesNoOpenCase() {
        String sentence = "An open case is not deleted";
        String deployment =
                engine.getRepositoryService().getProcessDefinition(definition).getDeploymentId();
        refuses(
                sentence,
                "delete process instance",
                () -> runtime.deleteProcessInstance(story.id(), "tidy up", true, true));
        refuses(
                sentence,
                "delete process instance batch",
                () -> runtime.deleteProcessInstancesAsync(List.of(story.id()), null, "tidy up"));
        refuses(
                sentence,
                "delete process instance batch",
                () -> runtime.deleteProcessInstancesAsync(
                        null, runtime.createProcessInstanceQuery().processInstanceId(story.id()), "tidy up"));
        refuses(
                sentence,
                "delete deployment",
                () -> engine.getRepositoryService().deleteDeployment(deployment, true));
        refuses(
                sentence,
                "delete process definitions by ids",
                () -> engine.getRepositoryService().deleteProcessDefinition(definition, true));
    }

    /** A token that came behind the review by whatever way: the step itself asks, even without the model's listeners. */
    @Test
    void asksForTheApprovalBeforeEachSubmission() {
        ScriptedApprovals approvals = EngineUnderTest.bean(ScriptedApprovals.class);
        ManagementService management = engine.getManagementService();
        story.approves();
        approvals.missing(true);
        try {
            assertThatThrownBy(story::isReleased).hasMessageContaining("GUARD: no approval on record");
        } finally {
            approvals.missing(false);
        }

        Incident incident =
                runtime.createIncidentQuery().processInstanceId(story.id()).singleResult();
        assertThat(incident.getActivityId()).isEqualTo("submitOrders");
        assertThat(incident.getIncidentMessage()).contains("GUARD: no approval on record");
        assertThat(Attempted.last()).containsEntry("case_id", story.about().value());
        user.as("admin", () -> management.setJobRetries(incident.getConfiguration(), 1));
        story.works().waitsAt("executionsArrived");
    }

    private void refuses(String sentence, String attempt, ThrowingCallable call) {
        long before = Attempted.count();

        assertThatThrownBy(() -> user.as("admin", () -> {
                    try {
                        call.call();
                    } catch (RuntimeException refused) {
                        throw refused;
                    } catch (Throwable other) {
                        throw new IllegalStateException(other);
                    }
                }))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining(sentence);

        assertThat(Attempted.count()).isEqualTo(before + 1);
        assertThat(Attempted.last()).containsEntry("actor", "admin").containsEntry("attempt", attempt);
        assertThat(story.passed("submitOrders")).isZero();
        assertThat(story.task("reviewProposal")).isNotNull();
    }
}
