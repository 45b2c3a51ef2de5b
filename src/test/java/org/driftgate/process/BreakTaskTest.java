package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.driftgate.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** A break in the reconciliation waits for the trading desk or compliance before the client is told. */
class BreakTaskTest {

    private final ScriptedSteps steps = EngineUnderTest.steps();

    @Test
    void opensATaskAndGoesOnWhenItIsExplained() {
        CaseStory story = withABreak();

        assertThat(story.task("resolveBreak").getName()).isEqualTo("Resolve break · Miller");
        assertThat(story.task("resolveBreak").getDueDate()).isNotNull();
        assertThat(candidates(story)).containsExactlyInAnyOrder("traders", "compliance");
        assertThat(story.passed("recordInCrm")).isZero();
        story.decides("resolveBreak", "trader", Map.of()).endsAt("clientNotified");

        assertThat(story.passed("reconcileExecutions")).isEqualTo(2);
        assertThat(steps.states()).endsWith("EXECUTING", "BREAK", "EXECUTING", "NOTIFYING", "NOTIFIED");
    }

    @Test
    void asksAgainWhileSomethingIsUnexplained() {
        CaseStory story = withABreak();
        steps.next("reconcileExecutions", "breaksFound", true);

        story.decides("resolveBreak", "reviewer", Map.of())
                .waitsAt("resolveBreak")
                .decides("resolveBreak", "trader", Map.of())
                .endsAt("clientNotified");
    }

    @Test
    void closesWithoutTradesWhenTheBreakIsAllThereWas() {
        CaseStory story = withABreak();
        steps.next("reconcileExecutions", "tradedAnything", false);

        story.decides("resolveBreak", "trader", Map.of()).endsAt("closedWithoutTrades");
    }

    @Test
    void remindsAndEscalatesWithoutTakingTheTaskAway() {
        CaseStory story = withABreak();

        story.fires("breakReminderDue").fires("breakEscalationDue").waitsAt("resolveBreak");

        assertThat(story.passed("breakReminded")).isEqualTo(1);
        assertThat(story.passed("breakEscalated")).isEqualTo(1);
    }

    @Test
    void refusesAdvisersAndTasksWithoutANote() {
        CaseStory story = withABreak();
        var waiting = EngineUnderTest.bean(WaitingTasks.class);

        assertThatThrownBy(() -> waiting.require(story.about(), "resolveBreak", new PersonId("advisor01")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> story.completesDirectly("resolveBreak", "trader", Map.of()))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("No decision is recorded for 'Resolve break · Miller'");
        story.waitsAt("resolveBreak");
    }

    private CaseStory withABreak() {
        CaseStory story = CaseStory.opens();
        steps.next("reconcileExecutions", "breaksFound", true);
        return story.works().approves().isReleased().hearsOfExecutions().waitsAt("resolveBreak");
    }

    private static List<String> candidates(CaseStory story) {
        return EngineUnderTest.engine()
                .getTaskService()
                .getIdentityLinksForTask(story.task("resolveBreak").getId())
                .stream()
                .map(IdentityLink::getGroupId)
                .toList();
    }
}
