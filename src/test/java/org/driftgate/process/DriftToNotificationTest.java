package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.driftgate.shared.PersonId;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.security.access.AccessDeniedException;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DriftToNotificationTest {

    private static final Consumer<DelegateExecution> REJECTED = execution -> {
        throw new BpmnError(DriftToNotificationBpmn.TRADE_REJECTED, "insufficient funds");
    };

    private static final Pattern LINKS = Pattern.compile("proposeAgain|checkAgain|settleWhatWasTraded");

    private final ScriptedSteps steps = EngineUnderTest.steps();

    @Test
    void leadsFromDriftToTheClientsNotice() {
        CaseStory story = CaseStory.opens().works().waitsAt("reviewProposal");

        story.approves().waitsAt("awaitReleaseWindow").isReleased().waitsAt("executionsArrived");
        story.hearsOfExecutions().endsAt("clientNotified");

        assertThat(steps.states())
                .containsExactly("PROPOSING", "IN_REVIEW", "WAITING_FOR_RELEASE", "EXECUTING", "NOTIFYING", "NOTIFIED");
        assertThat(story.passed("driftNoted")).isEqualTo(1);
    }

    @Test
    void namesTheHouseholdInTheTask() {
        CaseStory story = CaseStory.opens().works();

        assertThat(story.task("reviewProposal").getName()).isEqualTo("Review proposal · Miller");
        assertThat(story.task("reviewProposal").getDueDate()).isNotNull();
    }

    @Test
    void leavesTheRoutineOnALifeEvent() {
        CaseStory.opens(Map.of("lifeEvent", true))
                .works()
                .decides("handleManually", "advisor01", Map.of())
                .endsAt("handledManually");

        assertThat(steps.states()).containsExactly("HANDLING_MANUALLY", "HANDLED_MANUALLY");
    }

    @Test
    void setsAHouseholdAsideWhenNoTradeIsPossible() {
        CaseStory story = CaseStory.opens();
        steps.next("proposeTrades", "tradesPossible", false);

        story.works().endsAt("setAside");
    }

    @Test
    void endsWhenTheReviewerDeclines() {
        CaseStory.opens()
                .works()
                .decides("reviewProposal", "reviewer", Map.of("reviewRoute", "DECLINED"))
                .endsAt("declined");
    }

    @Test
    void proposesAfreshAfterAHold() {
        CaseStory story = CaseStory.opens().works();
        story.decides("reviewProposal", "reviewer", Map.of("reviewRoute", "HELD", "holdUntil", new Date()))
                .waitsAt("holdEnded")
                .fires("holdEnded")
                .waitsAt("reviewProposal");

        assertThat(story.passed("proposeTrades")).isEqualTo(2);
    }

    @Test
    void comesBackToTheGateWithTheAdvisersAnswer() {
        CaseStory story = CaseStory.opens().works();
        story.decides("reviewProposal", "reviewer", Map.of("reviewRoute", "WITH_ADVISER"))
                .decides("answerQuestion", "advisor01", Map.of())
                .waitsAt("reviewProposal");

        assertThat(story.passed("checkPreTradeRules")).isEqualTo(2);
    }

    @Test
    void asksTheTaxReviewerWhenTheTableSaysSo() {
        CaseStory story = CaseStory.opens();
        steps.next("checkPreTradeRules", "washSale", true);
        story.works().approves().waitsAt("reviewTaxLots");

        story.decides("reviewTaxLots", "tax", Map.of("quantitiesChanged", false))
                .waitsAt("awaitReleaseWindow");
    }

    @Test
    void goesBackToTheGateWhenTheTaxReviewerChangesAQuantity() {
        CaseStory story = CaseStory.opens();
        steps.next("checkPreTradeRules", "budgetExceeded", true);
        story.works()
                .approves()
                .decides("reviewTaxLots", "tax", Map.of("quantitiesChanged", true))
                .waitsAt("reviewProposal");
    }

    @Test
    void waitsForTheClientsConsent() {
        CaseStory story = CaseStory.opens();
        steps.next("checkConsent", "consentMissing", true);
        story.works()
                .approves()
                .decides("recordConsent", "advisor01", Map.of("consentGiven", true))
                .waitsAt("awaitReleaseWindow");
    }

    @Test
    void recordsTheConsentThatTasklistSubmits() {
        CaseStory story = CaseStory.opens();
        steps.next("checkConsent", "consentMissing", true);
        story.works().approves();

        story.completesDirectly("recordConsent", "advisor01", Map.of("consent", "REFUSED"));

        story.endsAt("consentRefused");
    }

    @Test
    void waitsAgainWhenItIsNotYetTime() {
        CaseStory story = CaseStory.opens();
        steps.next("recheckProposal", "releaseVerdict", "NOT_YET");
        story.works()
                .approves()
                .isReleased()
                .waitsAt("awaitReleaseWindow")
                .isReleased()
                .waitsAt("executionsArrived");
    }

    @Test
    void proposesAfreshWhenTheApprovalIsStale() {
        CaseStory story = CaseStory.opens();
        steps.next("recheckProposal", "releaseVerdict", "STALE").next("recheckProposal", "releaseVerdict", "EXPIRED");
        story.works()
                .approves()
                .isReleased()
                .waitsAt("reviewProposal")
                .approves()
                .isReleased()
                .waitsAt("reviewProposal");

        assertThat(story.passed("proposeTrades")).isEqualTo(3);
    }

    @Test
    void waitsForFurtherExecutionsAndSendsWhatIsLeft() {
        CaseStory story = CaseStory.opens();
        steps.next("assessExecutions", "executionState", "WORKING")
                .next("assessExecutions", "executionState", "MORE_TO_SUBMIT");
        story.works()
                .approves()
                .isReleased()
                .hearsOfExecutions()
                .waitsAt("executionsArrived")
                .hearsOfExecutions();

        story.waitsAt("awaitReleaseWindow").isReleased().hearsOfExecutions().endsAt("clientNotified");

        assertThat(story.passed("submitOrders")).isEqualTo(2);
    }

    @Test
    void takesARefusedOrderToTheAdviserWhoSendsAgain() {
        CaseStory story = CaseStory.opens();
        steps.next("submitOrders", REJECTED);
        story.works().approves().isReleased().waitsAt("resolveException");

        story.decides("resolveException", "advisor01", Map.of("resolution", "RETRY"))
                .waitsAt("executionsArrived");

        assertThat(story.passed("escalateToAdviser")).isEqualTo(1);
        assertThat(story.passed("recheckProposal")).isEqualTo(2);
    }

    @Test
    void takesAnAmendedOrderBackToTheGate() {
        CaseStory story = CaseStory.opens();
        steps.next("assessExecutions", REJECTED);
        story.works().approves().isReleased().hearsOfExecutions();

        story.decides("resolveException", "advisor01", Map.of("resolution", "AMEND"))
                .waitsAt("reviewProposal");
    }

    @Test
    void closesWithoutTradesWhenTheAdviserCancels() {
        CaseStory story = CaseStory.opens();
        steps.next("submitOrders", REJECTED).next("reconcileExecutions", "tradedAnything", false);
        story.works()
                .approves()
                .isReleased()
                .decides("resolveException", "advisor01", Map.of("resolution", "CANCEL"))
                .endsAt("closedWithoutTrades");
    }

    @Test
    void tellsTheClientWhenTheRestLapsesAfterTrading() {
        CaseStory story = CaseStory.opens();
        steps.next("recheckProposal", "releaseVerdict", "LAPSED").next("assessExecutions", "executionState", "WORKING");
        story.works().approves().isReleased().waitsAt("executionsArrived").hearsOfExecutions();

        story.endsAt("clientNotified");

        assertThat(story.passed("proposeTrades")).isEqualTo(1);
        assertThat(steps.states()).contains("EXECUTING").endsWith("NOTIFIED");
    }

    @Test
    void tellsTheClientWhenNothingMoreIsPossibleAfterTrading() {
        CaseStory story = CaseStory.opens();
        steps.next(
                "proposeTrades",
                execution -> execution.setVariables(Map.of("tradesPossible", false, "tradedAlready", true)));

        story.works().endsAt("clientNotified");
    }

    @Test
    void tellsTheClientWhenTheReviewerDeclinesTheRestAfterTrading() {
        CaseStory story = CaseStory.opens();
        steps.next("checkPreTradeRules", "tradedAlready", true);

        story.works()
                .decides("reviewProposal", "reviewer", Map.of("reviewRoute", "DECLINED"))
                .endsAt("clientNotified");
    }

    @Test
    void tellsTheClientWhenConsentToTheRestIsRefusedAfterTrading() {
        CaseStory story = CaseStory.opens();
        steps.next("checkPreTradeRules", "tradedAlready", true).next("checkConsent", "consentMissing", true);

        story.works()
                .approves()
                .decides("recordConsent", "advisor01", Map.of("consentGiven", false))
                .endsAt("clientNotified");
    }

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

        assertThatThrownBy(
                        () -> story.completesDirectly("reviewProposal", "reviewer", Map.of("reviewRoute", "APPROVED")))
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

    @Test
    @Order(Integer.MAX_VALUE)
    void passedEveryElementInTheseStories() {
        Set<String> all = Models.read(java.nio.file.Path.of("processes/drift-to-notification.bpmn"))
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .filter(id -> !LINKS.matcher(id).lookingAt())
                .collect(Collectors.toCollection(TreeSet::new));

        all.removeAll(CaseStory.PASSED);

        assertThat(all).as("elements that no story passed").isEmpty();
    }
}
