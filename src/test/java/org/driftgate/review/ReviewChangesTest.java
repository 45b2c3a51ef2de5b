package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewChanges.change;
import static org.driftgate.testing.ReviewChanges.changes;
import static org.driftgate.testing.ReviewChanges.exclude;
import static org.driftgate.testing.ReviewStory.ADVISER;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.REVIEWER2;
import static org.driftgate.testing.ReviewStory.approval;
import static org.driftgate.testing.ReviewStory.decision;

import java.util.List;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.ReviewDecision.Kind;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** What a reviewer may change, and who has to sign it then. */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class ReviewChangesTest {

    private final ReviewStory story;
    private final Reviews reviews;
    private final Gate gate;
    private final Proposals proposals;
    private final AuditLog audit;

    ReviewChangesTest(ReviewStory story, Reviews reviews, Gate gate, Proposals proposals, AuditLog audit) {
        this.story = story;
        this.reviews = reviews;
        this.gate = gate;
        this.proposals = proposals;
        this.audit = audit;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void namesAccountAndShortfallWhenAFundingSaleIsExcluded() {
        ProposalVersion version = story.inReview();

        Outcome outcome = reviews.decide(version.about(), changes(version, exclude(1, "keep SPY")), REVIEWER);

        assertThat(outcome)
                .isEqualTo(new Outcome.Refused(List.of(
                        "account H1-A1 would be short of $9,050.00: its buys and needs are not covered any more")));
        assertThat(proposals.ofCase(version.about())).hasSize(1);
    }

    @Test
    void approvesAReductionAtOnceAndKeepsBothVersions() {
        ProposalVersion version = story.inReview();

        Outcome outcome = reviews.decide(
                version.about(), changes(version, exclude(1, "keep SPY"), exclude(2, "not needed")), REVIEWER);

        ProposalVersion reduced = story.current(version.about());
        assertThat(outcome).isEqualTo(new Outcome.Recorded(Route.APPROVED, reduced.id()));
        assertThat(reduced.kind()).isEqualTo(ProposalVersion.Kind.REDUCTION);
        assertThat(reduced.proposedBy()).isEqualTo(ADVISER);
        assertThat(reduced.trades()).extracting(trade -> trade.line()).containsExactly(3, 4);
        assertThat(proposals.ofCase(version.about()))
                .extracting(ProposalVersion::number)
                .containsExactly(1, 2);
        assertThat(events(version.about())).contains(AuditEvent.PROPOSAL_CHANGED);
        assertThat(gate.objections(version.about())).singleElement().asString().contains("may still be taken back");
    }

    @Test
    void shrinksASaleFromTheEndOfItsLots() {
        ProposalVersion version = story.inReview(
                ReviewFixtures.household(),
                List.of(ReviewFixtures.sell(
                        1,
                        ReviewFixtures.A1,
                        "SPY",
                        100,
                        ReviewFixtures.part("L3", "60"),
                        ReviewFixtures.part("L1", "40"))));

        reviews.decide(version.about(), changes(version, change(1, 70)), REVIEWER);

        assertThat(story.current(version.about()).trades().get(0).lots())
                .containsExactly(ReviewFixtures.part("L3", "60"), ReviewFixtures.part("L1", "10"));
    }

    @Test
    void sendsAnIncreaseToASecondReviewer() {
        ProposalVersion version = story.inReview();

        Outcome outcome = reviews.decide(version.about(), changes(version, change(1, 120)), REVIEWER);

        ProposalVersion changed = story.current(version.about());
        assertThat(outcome).isEqualTo(new Outcome.Recorded(Route.SECOND_REVIEWER, changed.id()));
        assertThat(changed.kind()).isEqualTo(ProposalVersion.Kind.CHANGE);
        assertThat(changed.proposedBy()).isEqualTo(REVIEWER);
        assertThat(gate.objections(version.about())).containsExactly("version 2 has no approval");
        assertThat(reviews.decide(version.about(), approval(changed), REVIEWER)).isInstanceOf(Outcome.Refused.class);
        assertThat(reviews.decide(version.about(), approval(changed), REVIEWER2))
                .isEqualTo(new Outcome.Recorded(Route.APPROVED, changed.id()));
    }

    @Test
    void asksForASecondReviewerWhenALossSaleIsDropped() {
        ProposalVersion version = story.inReview(
                ReviewFixtures.household(),
                List.of(
                        ReviewFixtures.sell(1, ReviewFixtures.A1, "SPY", 50, ReviewFixtures.part("L1", "50")),
                        ReviewFixtures.sell(2, ReviewFixtures.A1, "SPY", 50, ReviewFixtures.part("L3", "50"))));

        assertThat(reviews.decide(version.about(), changes(version, exclude(2, "keep the loss")), REVIEWER))
                .isInstanceOfSatisfying(
                        Outcome.Recorded.class,
                        recorded -> assertThat(recorded.route()).isEqualTo(Route.SECOND_REVIEWER));
    }

    @Test
    void refusesAnExclusionWithoutReasonAndLinesThatDoNotExist() {
        ProposalVersion version = story.inReview();

        Outcome outcome =
                reviews.decide(version.about(), changes(version, exclude(2, " "), exclude(9, "no")), REVIEWER);

        assertThat(outcome)
                .isEqualTo(
                        new Outcome.Refused(List.of("line 2 is excluded without a reason", "version 1 has no line 9")));
    }

    @Test
    void refusesAnApprovalThatHidesChanges() {
        ProposalVersion version = story.inReview();

        assertThat(reviews.decide(
                        version.about(), decision(version, Kind.APPROVE, "", exclude(2, "not needed")), REVIEWER))
                .isEqualTo(new Outcome.Refused(List.of("lines are changed; decide APPROVE_WITH_CHANGES")));
    }

    @Test
    void refusesMoreSharesThanAreHeld() {
        ProposalVersion version = story.inReview();

        assertThat(reviews.decide(version.about(), changes(version, change(3, 101)), REVIEWER))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .containsExactly(
                                        "line 3 (SELL 101 SPY in account H1-A2): lots add up to 100, not 101"));
    }

    @Test
    void previewsWithoutRecordingAnything() {
        ProposalVersion version = story.inReview();

        ReviewView view = reviews.preview(version.about(), changes(version, exclude(1, "keep"), change(4, 40)));

        assertThat(view.lines()).extracting(ReviewView.Line::line).containsExactly(2, 3, 4);
        assertThat(view.lines().get(2).originalQuantity()).isEqualByComparingTo("50");
        assertThat(view.findings())
                .anySatisfy(finding -> assertThat(finding.sentence()).contains("H1-A1", "$9,050.00"));
        assertThat(proposals.ofCase(version.about())).hasSize(1);
    }

    private List<AuditEvent> events(CaseId about) {
        return audit.ofCase(about).stream()
                .map(recorded -> recorded.entry().event())
                .toList();
    }
}
