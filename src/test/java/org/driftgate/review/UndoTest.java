package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.review.GateRows.assertRefused;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.REVIEWER2;
import static org.driftgate.testing.ReviewStory.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.driftgate.testing.TierTableStub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** An approval rests for five minutes and can be taken back; a one-person firm signs its own work on the record. */
@FeatureTest
@Import({ReviewTestConfiguration.class, GateRows.class})
class UndoTest {

    private final ReviewStory story;
    private final Reviews reviews;
    private final RevokeApproval revoke;
    private final Gate gate;
    private final TierTableStub table;
    private final GateRows rows;
    private final TestClock clock;

    UndoTest(
            ReviewStory story,
            Reviews reviews,
            RevokeApproval revoke,
            Gate gate,
            TierTableStub table,
            GateRows rows,
            TestClock clock) {
        this.story = story;
        this.reviews = reviews;
        this.revoke = revoke;
        this.gate = gate;
        this.table = table;
        this.rows = rows;
        this.clock = clock;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
        table.reset();
    }

    @AfterEach
    void resetClock() {
        clock.moveTo("2026-11-20T06:55");
    }

    @Test
    void bringsTheSameTradesBackToReviewUnderTheSameProposer() {
        ProposalVersion version = approved();

        var outcome = (RevokeApproval.Outcome.Revoked)
                revoke.revoke(version.about(), request(version, "wrong household"), REVIEWER2);

        ProposalVersion again = story.current(version.about());
        assertThat(outcome.version()).isEqualTo(again.id());
        assertThat(again.trades()).isEqualTo(version.trades());
        assertThat(again.proposedBy()).isEqualTo(version.proposedBy());
        assertThat(again.kind()).isEqualTo(ProposalVersion.Kind.REDUCTION);
        assertThat(gate.approval(version.about())).isEmpty();
        story.propose(version.about(), version.trades());
    }

    @Test
    void refusesToTakeBackWhatIsNotApprovedOrWithoutAReason() {
        ProposalVersion version = story.inReview();
        assertThat(revoke.revoke(version.about(), request(version, "too early"), REVIEWER))
                .isEqualTo(new RevokeApproval.Outcome.Refused(List.of("version 1 has no approval to take back")));

        reviews.decide(version.about(), approval(version), REVIEWER);
        assertThat(revoke.revoke(version.about(), request(version, " "), REVIEWER))
                .isEqualTo(new RevokeApproval.Outcome.Refused(List.of("taking an approval back needs a reason")));
        assertThat(revoke.revoke(
                        version.about(), new RevokeApproval.Request(1, "ab".repeat(32), "another screen"), REVIEWER))
                .isInstanceOf(RevokeApproval.Outcome.Moved.class);
        assertThat(gate.approval(version.about())).isPresent();
    }

    @Test
    void restsForFiveMinutesAndExpiresAfterThem() {
        clock.moveTo("2026-11-20T15:43");
        ProposalVersion version = approved();
        ApprovedVersion approval = gate.approval(version.about()).orElseThrow();

        assertThat(approval.notBefore()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(approval.expiresAt()).isAfter(approval.notBefore());
        assertThat(gate.objections(version.about())).singleElement().asString().contains("may still be taken back");
        clock.moveBy(Duration.ofMinutes(5));
        assertThat(gate.objections(version.about())).isEmpty();
    }

    @Test
    void refusesAnApprovalThatRestsForLessThanFiveMinutes() {
        ProposalVersion version = story.inReview();
        rows.sign(version, "reviewer", Tier.COMPLIANCE);

        assertRefused(
                () -> rows.approve(version, "reviewer", ", not_before", ", timestamptz '2026-11-20T14:04:59Z'"),
                "verdict_undo");
        rows.approve(version, "reviewer", ", self_approved", ", true");
        assertThat(gate.approval(version.about()).orElseThrow().notBefore())
                .isEqualTo(Instant.parse("2026-11-20T14:05:00Z"));
    }

    @Test
    void refusesARevocationThatIsNone() {
        ProposalVersion version = story.inReview();
        reviews.decide(version.about(), ReviewStory.decision(version, ReviewDecision.Kind.DECLINE, "no"), REVIEWER);
        assertRefused(() -> revocation(version, "TAKEN_BACK"), "only an approval can be taken back");

        TestDatabase.clear();
        ProposalVersion other = approved();
        assertRefused(() -> revocation(other, "SUPERSEDED"), "no newer version");
    }

    @Test
    void honoursSelfApprovalOnlyWhenTheOwnerOfTheTablesSaysSo() {
        ProposalVersion version = story.inReview();
        assertRefused(() -> rows.run(version, """
                        insert into driftgate.firm_setting (key, value, set_by)
                        select 'review.self-approval', 'true', 'me' from driftgate.proposal_version where id = :version"""), "permission denied");
        assertThat(reviews.decide(version.about(), approval(version), ReviewStory.ADVISER))
                .isInstanceOf(ReviewDecision.Outcome.Refused.class);

        settle("true");
        assertThat(reviews.decide(version.about(), approval(version), ReviewStory.ADVISER))
                .isEqualTo(new ReviewDecision.Outcome.Recorded(Route.APPROVED, version.id()));
        assertThat(TestDatabase.ownerJdbc()
                        .sql("select self_approved from driftgate.verdict")
                        .query(Boolean.class)
                        .single())
                .isTrue();

        TestDatabase.clear();
        ProposalVersion next = story.inReview();
        assertRefused(() -> rows.sign(next, "advisor01", Tier.COMPLIANCE), "proposed this version");
    }

    private static void settle(String value) {
        TestDatabase.ownerJdbc()
                .sql(
                        "insert into driftgate.firm_setting (key, value, set_by) values ('review.self-approval', :value, 'test')")
                .param("value", value)
                .update();
    }

    private void revocation(ProposalVersion version, String kind) {
        rows.run(version, """
                insert into driftgate.revocation
                select id, 'reviewer2', 'attack', now(), '%s' from driftgate.verdict where version_id = :version""".formatted(kind));
    }

    private ProposalVersion approved() {
        ProposalVersion version = story.inReview();
        reviews.decide(version.about(), approval(version), REVIEWER);
        return version;
    }

    private static RevokeApproval.Request request(ProposalVersion version, String reason) {
        return new RevokeApproval.Request(version.number(), version.tradeHash(), reason);
    }
}
