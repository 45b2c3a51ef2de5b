package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewStory.ADVISER;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.approval;

import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.driftgate.testing.TierTableStub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Whom the process offers the review to. */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class SignaturesTest {

    private final ReviewStory story;
    private final Reviews reviews;
    private final ChangeProposal changes;
    private final Signatures signatures;
    private final TierTableStub table;
    private final TestClock clock;

    SignaturesTest(
            ReviewStory story,
            Reviews reviews,
            ChangeProposal changes,
            Signatures signatures,
            TierTableStub table,
            TestClock clock) {
        this.story = story;
        this.reviews = reviews;
        this.changes = changes;
        this.signatures = signatures;
        this.table = table;
        this.clock = clock;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
        table.reset();
    }

    @Test
    void waitForComplianceWhileNothingIsRecorded() {
        CaseId about = story.openCase(ReviewFixtures.household());
        assertThat(signatures.waitingFor(about)).isEqualTo(Tier.COMPLIANCE);
        assertThat(signatures.adviserToSign(about)).isEmpty();

        story.propose(about, ReviewFixtures.trades());
        assertThat(signatures.waitingFor(about)).isEqualTo(Tier.COMPLIANCE);
        assertThat(signatures.required(story.current(about).id())).isEmpty();
    }

    @Test
    void waitForTheHouseholdsOwnAdviserFirstAndThenForCompliance() {
        table.require(Tier.ADVISER, Tier.COMPLIANCE);
        ProposalVersion version = story.inReview();
        assertThat(signatures.waitingFor(version.about())).isEqualTo(Tier.ADVISER);
        assertThat(signatures.adviserToSign(version.about())).contains(ADVISER);
        assertThat(signatures.required(version.id())).containsExactly(Tier.ADVISER, Tier.COMPLIANCE);

        reviews.decide(version.about(), approval(version), ADVISER);
        assertThat(signatures.waitingFor(version.about())).isEqualTo(Tier.COMPLIANCE);
        assertThat(signatures.adviserToSign(version.about())).isEmpty();
        assertThat(signatures.next(version.id())).contains(Tier.COMPLIANCE);

        reviews.decide(version.about(), approval(version), REVIEWER);
        assertThat(signatures.next(version.id())).isEmpty();
        assertThat(signatures.of(version.id()))
                .containsExactly(
                        new SignOff(Tier.ADVISER, ADVISER, clock.instant()),
                        new SignOff(Tier.COMPLIANCE, REVIEWER, clock.instant()));
    }

    @Test
    void lookAtTheNewestVersionOnly() {
        table.require(Tier.ADVISER, Tier.COMPLIANCE);
        ProposalVersion version = story.inReview();

        changes.replace(version.about(), version.trades(), REVIEWER, "mine");

        assertThat(signatures.waitingFor(version.about())).isEqualTo(Tier.COMPLIANCE);
        assertThat(signatures.isByHand(version.id())).isFalse();
        assertThat(signatures.isByHand(story.current(version.about()).id())).isTrue();
    }
}
