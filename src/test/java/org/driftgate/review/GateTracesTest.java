package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewStory.ADVISER;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.REVIEWER2;
import static org.driftgate.testing.ReviewStory.approval;
import static org.driftgate.testing.ReviewStory.decision;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.CashNeed;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.review.ReviewDecision.Action;
import org.driftgate.review.ReviewDecision.Kind;
import org.driftgate.review.ReviewDecision.LineDecision;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.shared.Money;
import org.driftgate.shared.PersonId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.driftgate.testing.TierTableStub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a decision leaves behind, and what the gate answers to somebody who comes too late or may not. */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class GateTracesTest {

    private static final String TEN_CHARACTERS = "0123456789";

    private final ReviewStory story;
    private final Reviews reviews;
    private final RevokeApproval revoke;
    private final OverrideFinding override;
    private final ChangeProposal changes;
    private final TierTableStub table;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    GateTracesTest(
            ReviewStory story,
            Reviews reviews,
            RevokeApproval revoke,
            OverrideFinding override,
            ChangeProposal changes,
            TierTableStub table,
            AuditLog audit,
            JdbcClient jdbc) {
        this.story = story;
        this.reviews = reviews;
        this.revoke = revoke;
        this.override = override;
        this.changes = changes;
        this.table = table;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
        table.reset();
    }

    @Test
    void recordsEveryApprovalAndEveryWayBackFromIt() {
        ProposalVersion version = story.inReview();
        takeBack(version, "too early");
        assertThat(events(version)).contains(AuditEvent.GATE_REFUSED).doesNotContain(AuditEvent.VERDICT_GIVEN);
        assertThat(revoke.isApprover(version.about(), REVIEWER)).isFalse();

        reviews.decide(version.about(), approval(version), REVIEWER);
        assertThat(events(version)).contains(AuditEvent.VERDICT_GIVEN).doesNotContain(AuditEvent.APPROVAL_REVOKED);
        assertThat(revoke.isApprover(version.about(), REVIEWER)).isTrue();
        assertThat(revoke.isApprover(version.about(), REVIEWER2)).isFalse();

        takeBack(version, "wrong household");
        assertThat(events(version)).contains(AuditEvent.APPROVAL_REVOKED);
        assertThat(takeBack(version, "again")).isInstanceOf(RevokeApproval.Outcome.Moved.class);
    }

    @Test
    void recordsARefusalToTrade() {
        ProposalVersion version = story.inReview();

        reviews.decide(version.about(), decision(version, Kind.DECLINE, "no"), REVIEWER);

        assertThat(events(version)).contains(AuditEvent.VERDICT_GIVEN);
    }

    @Test
    void recordsWhoMayNotSignAndOnlyThen() {
        ProposalVersion version = story.inReview();
        reviews.decide(version.about(), approval(version), ADVISER);
        assertThat(events(version)).contains(AuditEvent.GATE_REFUSED);

        TestDatabase.clear();
        ProposalVersion other = story.inReview();
        reviews.decide(other.about(), approval(other), REVIEWER);
        assertThat(events(other)).doesNotContain(AuditEvent.GATE_REFUSED);
    }

    @Test
    void keepsWhatWasDoneWithEachLine() {
        ProposalVersion version = story.inReview();
        var kept = new LineDecision(1, Action.KEEP, null, null);
        reviews.decide(version.about(), decision(version, Kind.APPROVE, "", kept), REVIEWER);
        assertThat(actions()).containsExactly("KEEP");

        TestDatabase.clear();
        ProposalVersion other = story.inReview();
        var buy = new LineDecision(2, Action.EXCLUDE, null, "not this one");
        reviews.decide(other.about(), decision(other, Kind.APPROVE_WITH_CHANGES, "", buy), REVIEWER);
        assertThat(actions()).containsExactly("EXCLUDE");
    }

    @Test
    void answersToChangesThatChangeNothingOrLeaveNothing() {
        ProposalVersion version = story.inReview();
        LineDecision[] none = version.trades().stream()
                .map(trade -> new LineDecision(trade.line(), Action.EXCLUDE, null, "none of it"))
                .toArray(LineDecision[]::new);
        assertThat(reviews.decide(version.about(), decision(version, Kind.APPROVE_WITH_CHANGES, "", none), REVIEWER))
                .isEqualTo(new Outcome.Refused(List.of("no trade is left; decline the proposal instead")));

        assertThat(reviews.decide(version.about(), decision(version, Kind.APPROVE_WITH_CHANGES, ""), REVIEWER))
                .isEqualTo(new Outcome.Recorded(ReviewDecision.Route.APPROVED, version.id()));
    }

    @Test
    void letsNobodySignWhatTheTableWasNotAskedAbout() {
        ProposalVersion version = story.inReview();
        changes.replace(version.about(), version.trades(), REVIEWER2, "unchecked");
        ProposalVersion unchecked = story.current(version.about());

        assertThat(reviews.decide(version.about(), approval(unchecked), REVIEWER))
                .isEqualTo(new Outcome.Refused(List.of("version 2 waits for no signature")));
    }

    @Test
    void refusesAnOverrideOfAnotherScreenOrOfADecidedVersion() {
        ProposalVersion version = blocked();
        var elsewhere = new OverrideFinding.Request(9, version.tradeHash(), "CASH_NEED", TEN_CHARACTERS);
        assertThat(override.override(version.about(), elsewhere, REVIEWER)).isInstanceOf(Outcome.Moved.class);
        assertThat(events(version)).doesNotContain(AuditEvent.GATE_REFUSED);

        assertThat(setAside(version, TEN_CHARACTERS.substring(1), REVIEWER)).isInstanceOf(Outcome.Refused.class);
        assertThat(events(version)).contains(AuditEvent.GATE_REFUSED);

        reviews.decide(version.about(), decision(version, Kind.DECLINE, "no"), REVIEWER);
        assertThat(setAside(version, TEN_CHARACTERS, REVIEWER))
                .isEqualTo(new Outcome.Moved(List.of("version 1 is already decided")));
    }

    @Test
    void letsNotEvenTheOnlyPersonOfAFirmSignAnOwnOverride() {
        TestDatabase.ownerJdbc().sql("""
                insert into driftgate.firm_setting (key, value, set_by) values ('review.self-approval', 'true', 'test')""").update();
        ProposalVersion version = blocked();
        assertThat(setAside(version, TEN_CHARACTERS, REVIEWER)).isInstanceOf(Outcome.Recorded.class);
        ProposalVersion own = story.current(version.about());

        assertThat(reviews.decide(own.about(), approval(own), REVIEWER))
                .isEqualTo(
                        new Outcome.Refused(List.of("reviewer overrode a finding of version 2; somebody else signs")));
    }

    @Test
    void tellsTheTableWhatTheRulesFound() {
        ProposalVersion version = blocked();
        assertThat(table.questions().get(0).warning()).isTrue();
        assertThat(table.questions().get(0).concentration()).isFalse();

        TestDatabase.clear();
        table.reset();
        story.inReview(ReviewFixtures.household(), List.of(ReviewFixtures.buy(2, ReviewFixtures.A1, "AGG", 5)));
        assertThat(table.questions().get(0).warning()).isFalse();
        assertThat(version.number()).isEqualTo(1);
    }

    private ProposalVersion blocked() {
        var need =
                new CashNeed(ReviewFixtures.A1, CashNeed.Kind.WITHDRAWAL, Money.usd("5000"), LocalDate.of(2026, 12, 1));
        return story.inReview(ReviewFixtures.with(need), List.of(ReviewFixtures.buy(2, ReviewFixtures.A1, "AGG", 5)));
    }

    private Outcome setAside(ProposalVersion version, String reason, PersonId person) {
        var request = new OverrideFinding.Request(version.number(), version.tradeHash(), "CASH_NEED", reason);
        return override.override(version.about(), request, person);
    }

    private RevokeApproval.Outcome takeBack(ProposalVersion version, String reason) {
        var request = new RevokeApproval.Request(version.number(), version.tradeHash(), reason);
        return revoke.revoke(version.about(), request, REVIEWER2);
    }

    private List<AuditEvent> events(ProposalVersion version) {
        return audit.ofCase(version.about()).stream()
                .map(entry -> entry.entry().event())
                .toList();
    }

    private List<String> actions() {
        return jdbc.sql("select action from driftgate.line_decision")
                .query(String.class)
                .list();
    }
}
