package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewChanges.change;
import static org.driftgate.testing.ReviewChanges.changes;
import static org.driftgate.testing.ReviewChanges.keep;
import static org.driftgate.testing.ReviewStory.ADVISER;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.REVIEWER2;
import static org.driftgate.testing.ReviewStory.approval;
import static org.driftgate.testing.ReviewStory.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.Household.ApprovalMode;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.review.ReviewDecision.Kind;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeatureTest
@Import(ReviewTestConfiguration.class)
class ReviewsTest {

    private final ReviewStory story;
    private final Reviews reviews;
    private final Gate gate;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    ReviewsTest(ReviewStory story, Reviews reviews, Gate gate, AuditLog audit, JdbcClient jdbc) {
        this.story = story;
        this.reviews = reviews;
        this.gate = gate;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void approvesExactlyWhatWasOnTheScreen() {
        ProposalVersion version = story.inReview();

        Outcome outcome = reviews.decide(version.about(), approval(version), REVIEWER);

        assertThat(outcome).isEqualTo(new Outcome.Recorded(Route.APPROVED, version.id()));
        ApprovedVersion approved = gate.approval(version.about()).orElseThrow();
        assertThat(approved.version().tradeHash()).isEqualTo(version.tradeHash());
        assertThat(approved.approvedBy()).isEqualTo(REVIEWER);
        assertThat(approved.recommendedBy()).isEqualTo(ADVISER);
        assertThat(approved.expiresAt()).isAfter(TestClock.at("2026-11-20T09:45"));
        assertThat(gate.objections(version.about())).singleElement().asString().contains("may still be taken back");
        assertThat(events(version.about())).contains(AuditEvent.SIGNED_OFF, AuditEvent.VERDICT_GIVEN);
    }

    @Test
    void keepsTheRationaleOfTheDecision() {
        ProposalVersion version = story.inReview();
        reviews.decide(version.about(), decision(version, Kind.APPROVE, "Looks right."), REVIEWER);

        var facts = audit.ofCase(version.about()).stream()
                .map(recorded -> recorded.entry())
                .filter(entry -> entry.event() == AuditEvent.VERDICT_GIVEN)
                .findFirst()
                .orElseThrow()
                .facts();

        assertThat(facts.get("threshold").toString()).contains("US Bond is 19.70 %");
        assertThat(facts.get("proposalReason")).isEqualTo("US Equity is 18.90 points above its target.");
        assertThat(facts.get("comment")).isEqualTo("Looks right.");
        assertThat(facts.get("accountsConsidered")).isEqualTo(List.of("H1-A1", "H1-A2"));
    }

    @Test
    void keepsTheSessionInWhichADecisionWasTaken() {
        UUID session = UUID.randomUUID();
        ProposalVersion version = story.inReview();

        reviews.decide(version.about(), approval(version).inSession(session), REVIEWER);

        assertThat(audit.ofCase(version.about()).stream()
                        .map(recorded -> recorded.entry())
                        .filter(entry -> entry.event() == AuditEvent.VERDICT_GIVEN)
                        .map(entry -> String.valueOf(entry.facts().get("session"))))
                .containsExactly(session.toString());
        assertThat(jdbc.sql("select session from driftgate.verdict")
                        .query(UUID.class)
                        .list())
                .containsExactly(session);
    }

    @Test
    void saysWhatMovedWhenTheScreenIsOld() {
        ProposalVersion shown = story.inReview();
        reviews.decide(shown.about(), changes(shown, change(2, 90)), REVIEWER);

        Outcome outcome = reviews.decide(shown.about(), approval(shown), REVIEWER2);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Moved.class,
                        moved -> assertThat(moved.changes())
                                .contains("line 2: BUY 90 AGG in account H1-A1, was BUY 100 AGG in account H1-A1"));
    }

    @Test
    void refusesAnotherHashOfTheSameVersion() {
        ProposalVersion version = story.inReview();
        var forged = new ReviewDecision(1, "ab".repeat(32), Kind.APPROVE, null, List.of(), "");

        assertThat(reviews.decide(version.about(), forged, REVIEWER)).isInstanceOf(Outcome.Moved.class);
        assertThat(gate.approval(version.about())).isEmpty();
    }

    @Test
    void recordsASecondDecisionNowhere() {
        ProposalVersion version = story.inReview();
        reviews.decide(version.about(), approval(version), REVIEWER);

        assertThat(reviews.decide(version.about(), decision(version, Kind.DECLINE, "No."), REVIEWER2))
                .isInstanceOf(Outcome.Moved.class);
        assertThat(gate.approval(version.about())).isPresent();
    }

    @Test
    void letsNobodyApproveWhatHeProposed() {
        ProposalVersion version = story.inReview();

        assertThat(reviews.decide(version.about(), approval(version), ADVISER))
                .isEqualTo(new Outcome.Refused(List.of("advisor01 proposed version 1; somebody else signs")));
    }

    @Test
    void wantsADecisionOnEachLineWhereTheFirmApprovesTradeByTrade() {
        ProposalVersion version = story.inReview(ReviewFixtures.household(ApprovalMode.TRADE), ReviewFixtures.trades());

        assertThat(reviews.decide(version.about(), decision(version, Kind.APPROVE, "", keep(1), keep(2)), REVIEWER))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(
                                        "line 3 has no decision; this household is approved trade by trade",
                                        "line 4 has no decision; this household is approved trade by trade"));
        assertThat(gate.objections(version.about())).containsExactly("version 1 has no approval");
        assertThat(reviews.decide(
                        version.about(),
                        decision(version, Kind.APPROVE, "", keep(1), keep(2), keep(3), keep(4)),
                        REVIEWER))
                .isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void declinesOnlyWithAReason() {
        ProposalVersion version = story.inReview();

        assertThat(reviews.decide(version.about(), decision(version, Kind.DECLINE, ""), REVIEWER))
                .isEqualTo(new Outcome.Refused(List.of("a decline needs a reason")));
        assertThat(reviews.decide(version.about(), decision(version, Kind.DECLINE, "Client moves."), REVIEWER))
                .isEqualTo(new Outcome.Recorded(Route.DECLINED, version.id()));
        assertThat(gate.approval(version.about())).isEmpty();
        assertThat(gate.objections(version.about())).containsExactly("version 1 was declined");
    }

    @Test
    void holdsUntilAFutureTradingDay() {
        ProposalVersion version = story.inReview();

        assertThat(hold(version, "2026-11-20")).isInstanceOf(Outcome.Refused.class);
        assertThat(hold(version, "2026-11-26"))
                .isEqualTo(new Outcome.Refused(List.of("2026-11-26 is not a trading day; the next one is 2026-11-27")));
        assertThat(hold(version, "2026-11-27")).isEqualTo(new Outcome.Recorded(Route.HELD, version.id()));
        assertThat(gate.approval(version.about())).isEmpty();
    }

    @Test
    void keepsTheThreadOfQuestionAndAnswer() {
        ProposalVersion version = story.inReview();

        assertThat(reviews.decide(version.about(), decision(version, Kind.ASK_ADVISER, "Why SPY?"), REVIEWER))
                .isEqualTo(new Outcome.Recorded(Route.WITH_ADVISER, version.id()));
        reviews.answer(version.about(), "The client agreed.", ADVISER);

        assertThat(reviews.view(version.about()).thread())
                .extracting(message -> message.person() + " " + message.kind() + " " + message.text())
                .containsExactly("reviewer QUESTION Why SPY?", "advisor01 ANSWER The client agreed.");
        assertThat(events(version.about())).contains(AuditEvent.ADVISER_ASKED, AuditEvent.QUESTION_ANSWERED);
    }

    private Outcome hold(ProposalVersion version, String until) {
        var decision = new ReviewDecision(
                version.number(), version.tradeHash(), Kind.HOLD, LocalDate.parse(until), List.of(), "wait");
        return reviews.decide(version.about(), decision, REVIEWER);
    }

    private List<AuditEvent> events(CaseId about) {
        return audit.ofCase(about).stream()
                .map(recorded -> recorded.entry().event())
                .toList();
    }
}
