package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.review.GateRows.assertRefused;
import static org.driftgate.testing.ReviewStory.ADVISER;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.REVIEWER2;
import static org.driftgate.testing.ReviewStory.approval;

import java.util.List;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.shared.PersonId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.driftgate.testing.TierTableStub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Who must sign, and in which order; through the rooms and past them. */
@FeatureTest
@Import({ReviewTestConfiguration.class, GateRows.class})
class TiersTest {

    private static final PersonId OTHER_ADVISER = new PersonId("advisor02");

    private final ReviewStory story;
    private final Reviews reviews;
    private final ReviewSummaries summaries;
    private final Gate gate;
    private final TierTableStub table;
    private final ChangeProposal changes;
    private final CheckPreTradeRules check;
    private final AuditLog audit;
    private final GateRows rows;

    TiersTest(
            ReviewStory story,
            Reviews reviews,
            ReviewSummaries summaries,
            Gate gate,
            TierTableStub table,
            ChangeProposal changes,
            CheckPreTradeRules check,
            AuditLog audit,
            GateRows rows) {
        this.story = story;
        this.reviews = reviews;
        this.summaries = summaries;
        this.gate = gate;
        this.table = table;
        this.changes = changes;
        this.check = check;
        this.audit = audit;
        this.rows = rows;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
        table.reset();
    }

    @Test
    void waitsForTheSecondPersonAndNamesBoth() {
        table.require(Tier.COMPLIANCE, Tier.COMPLIANCE_2);
        ProposalVersion version = story.inReview();

        assertThat(reviews.decide(version.about(), approval(version), REVIEWER))
                .isEqualTo(new Outcome.Recorded(Route.SECOND_REVIEWER, version.id()));
        assertThat(gate.approval(version.about())).isEmpty();
        assertThat(reviews.decide(version.about(), approval(version), REVIEWER))
                .isEqualTo(new Outcome.Refused(
                        List.of("reviewer has signed version 1; it needs a second compliance reviewer")));
        assertThat(reviews.view(version.about()).signatures())
                .extracting(ReviewView.Signature::person)
                .containsExactly("reviewer", null);

        assertThat(reviews.decide(version.about(), approval(version), REVIEWER2))
                .isEqualTo(new Outcome.Recorded(Route.APPROVED, version.id()));
        assertThat(gate.approval(version.about())).isPresent();
        assertThat(audit.ofCase(version.about()))
                .extracting(entry -> entry.entry().event())
                .contains(AuditEvent.TIERS_REQUIRED, AuditEvent.GATE_REFUSED);
    }

    @Test
    void letsOnlyTheHouseholdsOwnAdviserConfirmWhatASourceProposed() {
        table.require(Tier.ADVISER, Tier.COMPLIANCE);
        ProposalVersion version = story.inReview();

        assertThat(reviews.decide(version.about(), approval(version), OTHER_ADVISER))
                .isEqualTo(new Outcome.Refused(List.of("version 1 waits for the household's adviser")));
        assertThat(reviews.decide(version.about(), approval(version), ADVISER))
                .isEqualTo(new Outcome.Recorded(Route.SECOND_REVIEWER, version.id()));
        assertThat(reviews.decide(version.about(), approval(version), ADVISER)).isInstanceOf(Outcome.Refused.class);
        assertThat(reviews.objectionTo(version.about(), ADVISER))
                .hasValue("advisor01 has signed version 1; it needs a compliance reviewer");
        assertThat(reviews.objectionTo(version.about(), REVIEWER)).isEmpty();
        assertThat(summaries.of(List.of(version.about())).get(0).signedBy()).containsExactly("advisor01");
        assertThat(reviews.decide(version.about(), approval(version), REVIEWER))
                .isEqualTo(new Outcome.Recorded(Route.APPROVED, version.id()));
    }

    @Test
    void asksComplianceInsteadOfAnAdviserWhoWroteTheTradesHimself() {
        table.require(Tier.ADVISER);
        ProposalVersion version = story.inReview();
        changes.replace(version.about(), version.trades(), ADVISER, "mine");
        check.forCase(version.about());
        ProposalVersion own = story.current(version.about());

        assertThat(reviews.view(own.about()).signatures())
                .extracting(ReviewView.Signature::tier)
                .containsExactly("COMPLIANCE");
        assertRefused(() -> rows.sign(own, "advisor01", Tier.ADVISER), "advisor01 proposed this version");
        assertThat(table.questions().get(1).changedByHand()).isTrue();
        assertThat(table.questions().get(0).amount()).isEqualByComparingTo("30000");
    }

    @Test
    void refusesEveryWayRoundTheTiers() {
        table.require(Tier.COMPLIANCE, Tier.COMPLIANCE_2);
        ProposalVersion version = story.inReview();

        assertRefused(
                () -> rows.sign(version, "reviewer", Tier.COMPLIANCE_2), "waits for the sign-off of tier COMPLIANCE");
        assertRefused(() -> rows.sign(version, "reviewer", Tier.ADVISER), "waits for the sign-off of tier COMPLIANCE");
        rows.sign(version, "reviewer", Tier.COMPLIANCE);
        assertRefused(() -> rows.sign(version, "reviewer", Tier.COMPLIANCE_2), "sign_off_version_id_person_key");
        assertRefused(() -> rows.approve(version, "reviewer"), "lacks the sign-off of tier COMPLIANCE_2");
        assertRefused(() -> require(version, "array ['COMPLIANCE']"), "its tiers stand");
        rows.sign(version, "reviewer2", Tier.COMPLIANCE_2);
        rows.approve(version, "reviewer2");
        assertThat(gate.approval(version.about())).isPresent();
    }

    @Test
    void refusesAVersionThatNobodyAskedTheTableAbout() {
        ProposalVersion version = story.inReview();
        changes.replace(version.about(), version.trades(), REVIEWER2, "unchecked");
        ProposalVersion unchecked = story.current(version.about());

        assertRefused(() -> rows.sign(unchecked, "reviewer", Tier.COMPLIANCE), "waits for the sign-off of tier none");
        assertRefused(() -> rows.approve(unchecked, "reviewer"), "nobody recorded who must sign");
        assertRefused(() -> require(unchecked, "array ['COMPLIANCE', 'COMPLIANCE']"), "required twice");
        assertRefused(() -> require(unchecked, "array ['TRADER']"), "review_requirement_tiers_check");
        assertRefused(() -> require(unchecked, "array ['COMPLIANCE_2']"), "review_requirement_tiers_check");
        require(unchecked, "array ['COMPLIANCE']");
        assertRefused(() -> require(unchecked, "array ['ADVISER']"), "review_requirement_pkey");
    }

    private void require(ProposalVersion version, String tiers) {
        rows.run(version, """
                insert into driftgate.review_requirement
                select id, trade_hash, %s, 'attack', now() from driftgate.proposal_version where id = :version""".formatted(tiers));
    }
}
