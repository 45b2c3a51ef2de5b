package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;

/** What becomes of an approved case: release, executions, refused orders, and the notice after trading. */
abstract class OrderStories {

    private static final Consumer<DelegateExecution> REJECTED = execution -> {
        throw new BpmnError(DriftToNotificationBpmn.TRADE_REJECTED, "insufficient funds");
    };

    private final ScriptedSteps steps = EngineUnderTest.steps();

    @Test
    void leadsFromDriftToTheClientsNotice() {
        CaseStory story = CaseStory.opens().works().waitsAt("reviewProposal");

        story.approves().waitsAt("releaseOrUndo").isReleased().waitsAt("executionsArrived");
        story.hearsOfExecutions().endsAt("clientNotified");

        assertThat(steps.states())
                .containsExactly("PROPOSING", "IN_REVIEW", "WAITING_FOR_RELEASE", "EXECUTING", "NOTIFYING", "NOTIFIED");
        assertThat(story.passed("driftNoted")).isEqualTo(1);
    }

    @Test
    void waitsAgainWhenItIsNotYetTime() {
        CaseStory story = CaseStory.opens();
        steps.next("recheckProposal", "releaseVerdict", "NOT_YET");
        story.works()
                .approves()
                .isReleased()
                .waitsAt("releaseOrUndo")
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

        story.waitsAt("releaseOrUndo").isReleased().hearsOfExecutions().endsAt("clientNotified");

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
    void looksAgainAtWhatWasNotReleased() {
        CaseStory story = CaseStory.opens();
        steps.next("submitOrders", execution -> {
            throw new BpmnError(DriftToNotificationBpmn.NOT_RELEASED, "stopped");
        });

        story.works().approves().isReleased().waitsAt("releaseOrUndo");
        story.isReleased().waitsAt("executionsArrived");

        assertThat(story.passed("recheckProposal")).isEqualTo(2);
        assertThat(story.passed("flagExecutionException")).isZero();
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
}
