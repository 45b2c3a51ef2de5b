package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewChanges.changes;
import static org.driftgate.testing.ReviewChanges.exclude;
import static org.driftgate.testing.ReviewStory.ADVISER;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.REVIEWER2;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.CashNeed;
import org.driftgate.household.CollectSnapshot;
import org.driftgate.household.Household;
import org.driftgate.household.Position;
import org.driftgate.household.Registration;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.review.ReviewDecision.Outcome;
import org.driftgate.review.ReviewDecision.Route;
import org.driftgate.shared.CaseId;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How far an override and a reduction reach, and what the table of tiers is told of the findings. */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class GateLimitsTest {

    private static final Household NEEDS_CASH = ReviewFixtures.with(
            new CashNeed(ReviewFixtures.A1, CashNeed.Kind.WITHDRAWAL, Money.usd("5000"), LocalDate.of(2026, 12, 1)));
    private static final List<Trade> BUY = List.of(ReviewFixtures.buy(2, ReviewFixtures.A1, "AGG", 5));
    private static final Outcome DOES_NOT_FORBID =
            new Outcome.Refused(List.of("rule CASH_NEED does not forbid version 1"));

    private final ReviewStory story;
    private final Reviews reviews;
    private final OverrideFinding override;
    private final CheckPreTradeRules check;
    private final ChangeProposal changes;
    private final Requirements requirements;
    private final CollectSnapshot collect;
    private final TierTableStub table;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final RevokeApproval revoke;
    private final Gate gate;
    private final Overrides overrides;
    private final JdbcClient jdbc;

    GateLimitsTest(
            ReviewStory story,
            Reviews reviews,
            OverrideFinding override,
            CheckPreTradeRules check,
            ChangeProposal changes,
            Requirements requirements,
            CollectSnapshot collect,
            TierTableStub table,
            AuditLog audit,
            TransactionTemplate transaction,
            RevokeApproval revoke,
            Gate gate,
            Overrides overrides,
            JdbcClient jdbc) {
        this.story = story;
        this.reviews = reviews;
        this.override = override;
        this.check = check;
        this.changes = changes;
        this.requirements = requirements;
        this.collect = collect;
        this.table = table;
        this.audit = audit;
        this.transaction = transaction;
        this.revoke = revoke;
        this.gate = gate;
        this.overrides = overrides;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
        table.reset();
    }

    @Test
    void overridesNoWarning() {
        ProposalVersion version = story.inReview(
                NEEDS_CASH,
                List.of(ReviewFixtures.sell(1, ReviewFixtures.A1, "SPY", 10, ReviewFixtures.part("L1", "10"))));
        assertThat(reviews.view(version.about()).findings())
                .anySatisfy(finding ->
                        assertThat(finding.severity() + " " + finding.rule()).isEqualTo("WARNING CASH_NEED"));

        assertThat(setAside(version)).isEqualTo(DOES_NOT_FORBID);
    }

    @Test
    void overridesNothingInPlaceOfAnotherRule() {
        ProposalVersion version = story.inReview();
        var refusal = new CustodianFinding(CustodianFinding.Severity.ERROR, "SPY would be rejected", List.of(1));
        assertThat(check.forCase(version.about(), List.of(refusal)).blocked()).isTrue();

        assertThat(setAside(version)).isEqualTo(DOES_NOT_FORBID);
        assertThat(audit.ofCase(version.about()))
                .extracting(entry -> entry.entry().event())
                .contains(AuditEvent.GATE_REFUSED)
                .doesNotContain(AuditEvent.FINDING_OVERRIDDEN);
    }

    @Test
    void overridesNothingForTradesThatCannotBeMadeAnyMore() {
        ProposalVersion version = story.inReview(NEEDS_CASH, BUY);
        story.report(ReviewFixtures.withAccounts(
                ReviewFixtures.account(
                        ReviewFixtures.A1,
                        Registration.TAXABLE,
                        AccountStatus.FROZEN,
                        true,
                        "1000",
                        ReviewFixtures.taxable(true).positions().toArray(Position[]::new)),
                ReviewFixtures.ira()));
        collect.forCase(version.about());

        assertThat(setAside(version))
                .isEqualTo(new Outcome.Refused(changes.problems(version.about(), version.trades())));
        assertThat(changes.problems(version.about(), version.trades())).isNotEmpty();
        assertThat(story.current(version.about()).number()).isEqualTo(1);
    }

    @Test
    void setsOneRuleAsideAndNoOther() {
        ProposalVersion version = story.inReview(NEEDS_CASH, BUY);
        setAside(version);
        ProposalVersion own = story.current(version.about());

        assertThat(overrides.forbids(own, RuleFinding.block(RuleFinding.Rule.CASH_NEED, "lacks cash", List.of())))
                .isFalse();
        assertThat(overrides.forbids(own, RuleFinding.block(RuleFinding.Rule.CUSTODIAN, "rejected", List.of())))
                .isTrue();
    }

    @Test
    void leavesTheProposersOwnReductionToAReviewer() {
        ProposalVersion version = story.inReview();

        Outcome outcome = reviews.decide(
                version.about(), changes(version, exclude(1, "keep SPY"), exclude(2, "not needed")), ADVISER);

        ProposalVersion reduced = story.current(version.about());
        assertThat(reduced.number()).isEqualTo(2);
        assertThat(outcome).isEqualTo(new Outcome.Recorded(Route.SECOND_REVIEWER, reduced.id()));
        assertThat(reviews.decide(version.about(), ReviewStory.approval(reduced), REVIEWER))
                .isEqualTo(new Outcome.Recorded(Route.APPROVED, reduced.id()));
    }

    @Test
    void tellsTheTableOfConcentration() {
        ProposalVersion version = story.inReview();
        changes.replace(version.about(), version.trades(), REVIEWER2, "mine");
        ProposalVersion changed = story.current(version.about());
        table.reset();

        var found = RuleFinding.warning(RuleFinding.Rule.CONCENTRATION, "XYZ is 40 % of the household", List.of(1));
        transaction.executeWithoutResult(status -> requirements.record(changed, true, List.of(found)));
        transaction.executeWithoutResult(status -> requirements.record(changed, true, List.of()));

        assertThat(table.questions()).singleElement().satisfies(question -> {
            assertThat(question.concentration()).isTrue();
            assertThat(question.warning()).isTrue();
            assertThat(question.changedByHand()).isTrue();
            assertThat(question.overridden()).isFalse();
        });
    }

    @Test
    void tellsTheTableOfNoWarningWhereSomethingIsOnlySaid() {
        ProposalVersion version = story.inReview();
        changes.replace(version.about(), version.trades(), REVIEWER2, "mine");
        table.reset();

        var said = new CustodianFinding(CustodianFinding.Severity.INFO, "the custodian is not available", List.of());
        check.forCase(version.about(), List.of(said));

        assertThat(table.questions())
                .singleElement()
                .satisfies(question -> assertThat(question.warning()).isFalse());
    }

    @Test
    void shutsWhenTheApprovalIsTakenBack() {
        ProposalVersion version = story.inReview();
        reviews.decide(version.about(), ReviewStory.approval(version), REVIEWER);
        jdbc.sql("""
                insert into driftgate.revocation (verdict_id, person, reason, revoked_at)
                select id, 'reviewer2', 'wrong household', now() from driftgate.verdict""").update();

        assertThat(gate.objections(version.about())).containsExactly("the approval of version 1 was taken back");
        assertThat(revoke.open(version.about())).isEmpty();
    }

    @Test
    void offersAnApprovalForTakingBackAsLongAsThereIsOne() {
        CaseId about = story.openCase(ReviewFixtures.household());
        assertThat(revoke.open(about)).isEmpty();
        assertThat(revoke.revoke(about, new RevokeApproval.Request(1, "ab".repeat(32), "nothing there"), REVIEWER))
                .isEqualTo(new RevokeApproval.Outcome.Refused(List.of("case %s has no proposal".formatted(about))));

        story.propose(about, ReviewFixtures.trades());
        check.forCase(about);
        ProposalVersion version = story.current(about);
        assertThat(revoke.open(about)).isEmpty();
        reviews.decide(about, ReviewStory.approval(version), REVIEWER);
        assertThat(revoke.open(about)).contains(new RevokeApproval.Open(1, version.tradeHash(), REVIEWER));
    }

    @Test
    void namesTheAccountsThatNobodyConsidered() {
        ProposalVersion version = story.inReview(
                ReviewFixtures.withAccounts(
                        ReviewFixtures.taxable(true),
                        ReviewFixtures.account(
                                ReviewFixtures.A2,
                                Registration.IRA,
                                AccountStatus.FROZEN,
                                true,
                                "500",
                                ReviewFixtures.ira().positions().toArray(Position[]::new))),
                ReviewFixtures.trades().subList(0, 2));

        reviews.decide(version.about(), ReviewStory.approval(version), REVIEWER);

        assertThat(jdbc.sql("""
                        select facts ->> 'accountsNotConsidered' from audit.entry where event = 'VERDICT_GIVEN'""").query(String.class).single()).startsWith("[\"H1-A2, ");
    }

    @Test
    void keepsComplianceWhereAnAdviserWroteTheTradesHimself() {
        table.require(Tier.ADVISER, Tier.COMPLIANCE, Tier.COMPLIANCE_2);
        ProposalVersion version = story.inReview();
        changes.replace(version.about(), version.trades(), ADVISER, "mine");
        check.forCase(version.about());

        assertThat(reviews.view(version.about()).signatures())
                .extracting(ReviewView.Signature::tier)
                .containsExactly("COMPLIANCE", "COMPLIANCE_2");
    }

    private Outcome setAside(ProposalVersion version) {
        var request = new OverrideFinding.Request(
                version.number(), version.tradeHash(), "CASH_NEED", "the client wires the money herself");
        return override.override(version.about(), request, REVIEWER);
    }
}
