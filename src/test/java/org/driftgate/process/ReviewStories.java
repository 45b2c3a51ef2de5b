package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a case reaches its review, and where the decisions there lead. */
abstract class ReviewStories {

    private final ScriptedSteps steps = EngineUnderTest.steps();

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
                .waitsAt("releaseOrUndo");
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
                .waitsAt("releaseOrUndo");
    }

    @Test
    void comesBackToReviewFromWhereverItWaitsWhenTheApprovalIsTakenBack() {
        CaseStory story = CaseStory.opens();
        steps.next("checkPreTradeRules", "washSale", true);
        story.works().approves().waitsAt("reviewTaxLots").isTakenBack().waitsAt("reviewProposal");
        steps.next("checkConsent", "consentMissing", true);
        story.approves().waitsAt("recordConsent").isTakenBack().waitsAt("reviewProposal");

        story.approves().waitsAt("releaseOrUndo").isTakenBack().waitsAt("reviewProposal");

        assertThat(story.passed("submitOrders")).isZero();
        assertThat(steps.states()).endsWith("IN_REVIEW", "IN_REVIEW");
    }

    @Test
    void recordsTheConsentThatTasklistSubmits() {
        CaseStory story = CaseStory.opens();
        steps.next("checkConsent", "consentMissing", true);
        story.works().approves();

        story.completesDirectly("recordConsent", "advisor01", Map.of("consent", "REFUSED"));

        story.endsAt("consentRefused");
    }
}
