package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.driftgate.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** What happens around a task that waits: reminders, incidents, and people who may not end it. */
abstract class WaitingStories {

    private static final Consumer<DelegateExecution> REJECTED = execution -> {
        throw new BpmnError(DriftToNotificationBpmn.TRADE_REJECTED, "insufficient funds");
    };

    private final ScriptedSteps steps = EngineUnderTest.steps();

    @Test
    void warnsWhenTheClientShouldHaveBeenToldAndGoesOn() {
        CaseStory story = CaseStory.opens().works();

        story.fires("noticeDue").waitsAt("reviewProposal");

        assertThat(story.passed("noticeOverdueEscalated")).isEqualTo(1);
        story.approves();
    }

    @Test
    void remindsAndEscalatesWithoutTakingTheTaskAway() {
        CaseStory story = CaseStory.opens();
        steps.next("checkPreTradeRules", "washSale", true)
                .next("checkConsent", "consentMissing", true)
                .next("submitOrders", REJECTED);
        story.works()
                .fires("reviewReminderDue")
                .fires("reviewEscalationDue")
                .waitsAt("reviewProposal")
                .approves();
        story.fires("taxReviewReminderDue")
                .fires("taxReviewEscalationDue")
                .decides("reviewTaxLots", "tax", Map.of("quantitiesChanged", false));
        story.fires("consentReminderDue")
                .fires("consentEscalationDue")
                .decides("recordConsent", "advisor01", Map.of("consentGiven", true));
        story.isReleased()
                .fires("exceptionReminderDue")
                .fires("exceptionEscalationDue")
                .waitsAt("resolveException");

        assertThat(story.passed("reviewReminded")).isEqualTo(1);
        assertThat(story.passed("exceptionEscalated")).isEqualTo(1);
    }

    @Test
    void turnsAFaultIntoAnIncidentThatPeopleUnderstand() {
        CaseStory story = CaseStory.opens();
        var management = EngineUnderTest.engine().getManagementService();
        story.works().approves();
        steps.next("submitOrders", execution -> {
            throw new org.driftgate.shared.SystemFault(
                    "Schwab", "submit", "no answer for Miller; nothing was sent twice");
        });

        assertThatThrownBy(story::isReleased).hasMessageContaining("no answer for Miller");

        var job = management
                .createJobQuery()
                .processInstanceId(story.id())
                .noRetriesLeft()
                .singleResult();
        assertThat(job.getExceptionMessage()).isEqualTo("Schwab, submit: no answer for Miller; nothing was sent twice");
        assertThat(EngineUnderTest.engine()
                        .getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(story.id())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void refusesToEndATaskWithoutARecordedDecision() {
        CaseStory story = CaseStory.opens().works();

        assertThatThrownBy(() -> story.completesDirectly("reviewProposal", "reviewer", Map.of()))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("No decision is recorded for 'Review proposal · Miller'");
        story.waitsAt("reviewProposal");
    }

    @Test
    void refusesAnErrorThatNothingCatches() {
        CaseStory story = CaseStory.opens().works();
        String task = story.task("reviewProposal").getId();

        assertThatThrownBy(() -> EngineUnderTest.engine().getTaskService().handleBpmnError(task, "anything"))
                .isInstanceOf(ProcessEngineException.class);
        story.waitsAt("reviewProposal");
    }

    @Test
    void refusesPeopleOutsideTheGroupAndCasesThatDoNotWait() {
        CaseStory story = CaseStory.opens().works();
        var waiting = EngineUnderTest.bean(WaitingTasks.class);

        assertThatThrownBy(() -> waiting.require(story.about(), "reviewProposal", new PersonId("advisor01")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> waiting.require(story.about(), "reviewTaxLots", new PersonId("tax")))
                .isInstanceOf(NotWaitingException.class)
                .hasMessageContaining("it waits for reviewProposal");
    }
}
