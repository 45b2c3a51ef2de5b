package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.CollectSnapshot;
import org.driftgate.household.Position;
import org.driftgate.household.Registration;
import org.driftgate.household.Restriction;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@FeatureTest
@Import(ReviewTestConfiguration.class)
class GateTest {

    private final ReviewStory story;
    private final Reviews reviews;
    private final Consents consents;
    private final Gate gate;
    private final CollectSnapshot collect;
    private final TestClock clock;

    GateTest(
            ReviewStory story,
            Reviews reviews,
            Consents consents,
            Gate gate,
            CollectSnapshot collect,
            TestClock clock) {
        this.story = story;
        this.reviews = reviews;
        this.consents = consents;
        this.gate = gate;
        this.collect = collect;
        this.clock = clock;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @AfterEach
    void resetClock() {
        clock.moveTo("2026-11-20T06:55");
    }

    @Test
    void staysShutWithoutProposalOrDecision() {
        CaseId about = story.openCase(ReviewFixtures.household());
        assertThat(gate.objections(about)).containsExactly("case %s has no proposal".formatted(about));

        story.propose(about, ReviewFixtures.trades());

        assertThat(gate.objections(about)).containsExactly("version 1 has no approval");
        assertThat(gate.approval(about)).isEmpty();
    }

    @Test
    void shutsWhenTheApprovalEnds() {
        ProposalVersion version = approved();
        Instant end = gate.approval(version.about()).orElseThrow().expiresAt();

        clock.moveBy(Duration.between(clock.instant(), end).minusSeconds(1));
        assertThat(gate.objections(version.about())).isEmpty();
        clock.moveBy(Duration.ofSeconds(1));
        assertThat(gate.objections(version.about())).containsExactly("the approval of version 1 ended at " + end);
        assertThat(gate.approval(version.about())).isPresent();
    }

    @Test
    void shutsWhenTheTradesAreNotThoseThatWereHashed() {
        ProposalVersion version = approved();
        TestDatabase.ownerJdbc()
                .sql("update driftgate.proposal_line set quantity = 9999 where line = 2")
                .update();

        assertThat(gate.objections(version.about()))
                .containsExactly("the trades of version 1 are not those that were hashed");
    }

    @Test
    void shutsWhenARestrictionOrAnAccountStateForbidsALine() {
        ProposalVersion version = approved();
        story.report(ReviewFixtures.with(
                new Restriction(ReviewFixtures.A1, new Symbol("SPY"), Restriction.Kind.NO_SELL, "gift planned")));
        collect.forCase(version.about());
        assertThat(gate.objections(version.about()))
                .containsExactly("line 1, SELL SPY in account H1-A1: restriction NO_SELL: gift planned");

        story.report(ReviewFixtures.withAccounts(
                ReviewFixtures.taxable(true),
                ReviewFixtures.account(
                        ReviewFixtures.A2,
                        Registration.IRA,
                        AccountStatus.FROZEN,
                        true,
                        "500",
                        ReviewFixtures.ira().positions().toArray(Position[]::new))));
        collect.forCase(version.about());
        assertThat(gate.objections(version.about()))
                .containsExactly(
                        "line 3, SELL SPY in account H1-A2: the account is frozen",
                        "line 4, BUY AGG in account H1-A2: the account is frozen");
    }

    @Test
    void wantsTheConsentOfANonDiscretionaryClientToExactlyThisVersion() {
        ProposalVersion version = story.inReview(ReviewFixtures.nonDiscretionary(), ReviewFixtures.trades());
        CaseId about = version.about();
        approve(version);
        assertThat(consents.isMissing(about)).isTrue();
        assertThat(gate.objections(about))
                .containsExactly("version 1 trades an account without discretion and has no client consent");

        assertThat(record(about, 1, true)).isEmpty();
        assertThat(consents.isMissing(about)).isFalse();
        assertThat(gate.objections(about)).isEmpty();

        story.propose(about, ReviewFixtures.trades());
        assertThat(consents.isMissing(about)).isTrue();
        assertThat(gate.objections(about)).hasSize(2);
    }

    @Test
    void refusesAnIncompleteOrMisplacedConsent() {
        ProposalVersion version = story.inReview(ReviewFixtures.nonDiscretionary(), ReviewFixtures.trades());
        CaseId about = version.about();

        assertThat(record(about, 2, true)).containsExactly("the consent is to version 2, the current one is 1");
        assertThat(consents.record(
                        about,
                        new Consents.Consent(1, true, " ", "", clock.instant().plusSeconds(60), ""),
                        ReviewStory.ADVISER))
                .hasSize(3);
        assertThat(consents.of(about)).isEmpty();
    }

    @Test
    void keepsARefusalOfTheClient() {
        ProposalVersion version = story.inReview(ReviewFixtures.nonDiscretionary(), ReviewFixtures.trades());
        approve(version);

        assertThat(record(version.about(), 1, false)).isEmpty();
        assertThat(record(version.about(), 1, true))
                .containsExactly("the client's answer to version 1 is already recorded");
        assertThat(gate.objections(version.about())).hasSize(1);
    }

    /** And lets the time pass in which it is only there to be taken back. */
    private void approve(ProposalVersion version) {
        reviews.decide(version.about(), approval(version), REVIEWER);
        clock.moveBy(Duration.ofMinutes(5));
    }

    private ProposalVersion approved() {
        ProposalVersion version = story.inReview();
        approve(version);
        return version;
    }

    private List<String> record(CaseId about, int version, boolean given) {
        return consents.record(
                about,
                new Consents.Consent(version, given, "Grace Hopper", "phone", clock.instant(), ""),
                ReviewStory.ADVISER);
    }
}
