package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.review.GateRows.assertRefused;
import static org.driftgate.testing.ReviewStory.ADVISER;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.REVIEWER2;
import static org.driftgate.testing.ReviewStory.approval;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.shared.Money;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.driftgate.testing.TierTableStub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** A finding that forbids approval: the client is to have 5,000 dollars that the trades would spend. */
@FeatureTest
@Import({ReviewTestConfiguration.class, GateRows.class})
class OverrideTest {

    private static final String REASON = "the client wires the money herself";

    private final ReviewStory story;
    private final Reviews reviews;
    private final OverrideFinding override;
    private final Gate gate;
    private final TierTableStub table;
    private final AuditLog audit;
    private final GateRows rows;

    OverrideTest(
            ReviewStory story,
            Reviews reviews,
            OverrideFinding override,
            Gate gate,
            TierTableStub table,
            AuditLog audit,
            GateRows rows) {
        this.story = story;
        this.reviews = reviews;
        this.override = override;
        this.gate = gate;
        this.table = table;
        this.audit = audit;
        this.rows = rows;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
        table.reset();
    }

    @Test
    void letsSomebodyElseSignWhatOnePersonOverrode() {
        ProposalVersion version = blocked();
        assertThat(reviews.decide(version.about(), approval(version), REVIEWER)).isInstanceOf(Outcome.Refused.class);

        Outcome outcome = ask(version, "CASH_NEED", REASON);

        ProposalVersion own = story.current(version.about());
        assertThat(outcome).isEqualTo(new Outcome.Recorded(Route.SECOND_REVIEWER, own.id()));
        assertThat(own.proposedBy()).isEqualTo(REVIEWER);
        assertThat(own.trades()).isEqualTo(version.trades());
        assertThat(table.questions().get(1).overridden()).isTrue();
        assertThat(reviews.decide(own.about(), approval(own), REVIEWER)).isInstanceOf(Outcome.Refused.class);
        assertRefused(() -> rows.sign(own, "reviewer", Tier.COMPLIANCE), "proposed this version");
        assertThat(reviews.decide(own.about(), approval(own), REVIEWER2))
                .isEqualTo(new Outcome.Recorded(Route.APPROVED, own.id()));
        assertThat(gate.approval(own.about())).isPresent();
        assertThat(audit.ofCase(own.about()))
                .extracting(entry -> entry.entry().event())
                .contains(AuditEvent.FINDING_OVERRIDDEN, AuditEvent.GATE_REFUSED);
    }

    @Test
    void refusesAnOverrideWithoutReasonOrCauseOrByTheProposer() {
        ProposalVersion version = blocked();

        assertThat(ask(version, "CASH_NEED", "  short  "))
                .isEqualTo(new Outcome.Refused(List.of("an override needs a reason of at least 10 characters")));
        assertThat(ask(version, "RESTRICTION", REASON))
                .isEqualTo(new Outcome.Refused(List.of("rule RESTRICTION is never overridden")));
        assertThat(override.override(version.about(), request(version, "CASH_NEED", REASON), ADVISER))
                .isEqualTo(new Outcome.Refused(List.of("advisor01 proposed version 1; somebody else overrides")));
        assertThat(story.current(version.about()).number()).isEqualTo(1);
    }

    @Test
    void refusesAnOverrideOfWhatDoesNotForbid() {
        assertThat(ask(story.inReview(), "CASH_NEED", REASON))
                .isEqualTo(new Outcome.Refused(List.of("rule CASH_NEED does not forbid version 1")));
    }

    @Test
    void refusesEveryWayRoundTheFinding() {
        ProposalVersion version = blocked();
        rows.sign(version, "reviewer", Tier.COMPLIANCE);
        assertRefused(() -> rows.approve(version, "reviewer"), "rule CASH_NEED forbids version 1");
        assertRefused(() -> overrideRow(version, "CASH_NEED", "reviewer2", REASON), "a version of its own");
    }

    @Test
    void refusesAnotherOverrideOfTheSameVersion() {
        ProposalVersion version = blocked();
        ask(version, "CASH_NEED", REASON);
        ProposalVersion own = story.current(version.about());

        assertRefused(() -> overrideRow(own, "CASH_NEED", "reviewer2", REASON), "a version of its own");
        assertRefused(() -> overrideRow(own, "RESTRICTION", "reviewer", REASON), "does not forbid version 1");
        assertRefused(() -> overrideRow(own, "CASH_NEED", "reviewer", "short"), "finding_override_reason_check");
        assertRefused(() -> overrideRow(own, "CASH_NEED", "reviewer", REASON), "finding_override_pkey");
    }

    private void overrideRow(ProposalVersion version, String rule, String person, String reason) {
        rows.run(version, """
                insert into driftgate.finding_override
                select id, trade_hash, '%s', '%s', '%s', now() from driftgate.proposal_version where id = :version""".formatted(rule, person, reason));
    }

    private ProposalVersion blocked() {
        Household household = ReviewFixtures.with(new CashNeed(
                ReviewFixtures.A1, CashNeed.Kind.WITHDRAWAL, Money.usd("5000"), LocalDate.of(2026, 12, 1)));
        return story.inReview(household, List.of(ReviewFixtures.buy(2, ReviewFixtures.A1, "AGG", 5)));
    }

    private Outcome ask(ProposalVersion version, String rule, String reason) {
        return override.override(version.about(), request(version, rule, reason), REVIEWER);
    }

    private static OverrideFinding.Request request(ProposalVersion version, String rule, String reason) {
        return new OverrideFinding.Request(version.number(), version.tradeHash(), rule, reason);
    }
}
