package org.driftgate.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewFixtures.A1;
import static org.driftgate.testing.ReviewFixtures.A2;
import static org.driftgate.testing.ReviewFixtures.buy;
import static org.driftgate.testing.ReviewFixtures.part;
import static org.driftgate.testing.ReviewFixtures.sell;

import java.util.List;
import java.util.Objects;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.audit.RecordedEntry;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Household;
import org.driftgate.household.Registration;
import org.driftgate.household.Restriction;
import org.driftgate.proposal.ProposeTrades.Outcome;
import org.driftgate.run.Cases;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.PortfolioSourceStub;
import org.driftgate.testing.ProposalSourceStub;
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
class ProposeTradesTest {

    private final ReviewStory story;
    private final ProposeTrades propose;
    private final ChangeProposal change;
    private final Proposals proposals;
    private final Cases cases;
    private final PortfolioSourceStub portfolio;
    private final ProposalSourceStub source;
    private final AuditLog audit;
    private final TestClock clock;

    ProposeTradesTest(
            ReviewStory story,
            ProposeTrades propose,
            ChangeProposal change,
            Proposals proposals,
            Cases cases,
            PortfolioSourceStub portfolio,
            ProposalSourceStub source,
            AuditLog audit,
            TestClock clock) {
        this.story = story;
        this.propose = propose;
        this.change = change;
        this.proposals = proposals;
        this.cases = cases;
        this.portfolio = portfolio;
        this.source = source;
        this.audit = audit;
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
    void passesTheSourcesTradesThroughUnchanged() {
        CaseId about = story.openCase(ReviewFixtures.household());

        story.propose(about, ReviewFixtures.trades());

        ProposalVersion version = story.current(about);
        assertThat(version.trades()).isEqualTo(ReviewFixtures.trades());
        assertThat(version.origin()).isEqualTo("ORION");
        assertThat(version.proposedBy()).isEqualTo(new PersonId("advisor01"));
        assertThat(version.kind()).isEqualTo(ProposalVersion.Kind.ORIGINAL);
        assertThat(proposals.version(version.id())).isEqualTo(version);
        AuditEntry made = entry(about, AuditEvent.PROPOSAL_MADE);
        assertThat(made.sourceHash()).isEqualTo(ReviewFixtures.HASH);
        assertThat(made.facts().get("tradeHash")).isEqualTo(version.tradeHash());
    }

    @Test
    void refusesAProposalThatBreaksARuleAndNamesTheLine() {
        assertNotPossible(
                ReviewFixtures.household(),
                List.of(sell(1, A1, "SPY", 100, part("L1", "60"))),
                "line 1 (SELL 100 SPY in account H1-A1): lots add up to 60, not 100");
        assertNotPossible(
                ReviewFixtures.household(),
                List.of(sell(7, A1, "SPY", 500, part("L1", "500"))),
                "line 7 (SELL 500 SPY in account H1-A1): lot L1 holds 400, 500 would be sold");
        assertNotPossible(
                ReviewFixtures.household(),
                List.of(sell(1, A1, "SPY", 300, part("L1", "300")), sell(2, A1, "SPY", 200, part("L1", "200"))),
                "line 2 (SELL 200 SPY in account H1-A1): lot L1 holds 400, 500 would be sold");
        assertNotPossible(
                ReviewFixtures.household(),
                List.of(buy(1, new AccountId("H9-A1"), "AGG", 1)),
                "line 1 (BUY 1 AGG in account H9-A1): the household has no such account");
        assertNotPossible(
                ReviewFixtures.household(),
                List.of(buy(1, A2, "NOPE", 1)),
                "line 1 (BUY 1 NOPE in account H1-A2): unknown security");
        assertNotPossible(
                ReviewFixtures.with(new Restriction(A1, new Symbol("SPY"), Restriction.Kind.NO_SELL, "gift")),
                ReviewFixtures.trades(),
                "line 1 (SELL 100 SPY in account H1-A1): restriction NO_SELL, gift");
        assertNotPossible(
                ReviewFixtures.with(new Restriction(A2, null, Restriction.Kind.LOCKED, "estate")),
                List.of(buy(4, A2, "AGG", 1)),
                "line 4 (BUY 1 AGG in account H1-A2): account set aside, locked: estate");
    }

    @Test
    void passesARefusalOfTheSourceOn() {
        CaseId about = story.openCase(ReviewFixtures.household());
        source.refuse("minimum trade size not reached");

        assertThat(propose.forCase(about)).isEqualTo(new Outcome.NotPossible("minimum trade size not reached"));
        assertThat(fact(about, AuditEvent.PROPOSAL_NOT_POSSIBLE, "reason")).isEqualTo("minimum trade size not reached");
    }

    @Test
    void refusesAnEmptyProposal() {
        CaseId about = story.openCase(ReviewFixtures.household());

        assertThat(story.propose(about, List.of())).isEqualTo(new Outcome.NotPossible("ORION proposes no trade"));
    }

    @Test
    void collectsTheHouseholdAgainForASecondVersion() {
        CaseId about = story.openCase(ReviewFixtures.household());
        story.propose(about, ReviewFixtures.trades());
        int collected = portfolio.asked().size();

        story.propose(about, ReviewFixtures.trades());

        assertThat(portfolio.asked()).hasSize(collected + 1);
        ProposalVersion second = story.current(about);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.previous()).isEqualTo(proposals.ofCase(about).get(0).id());
        assertThat(second.snapshot()).isEqualTo(cases.get(about).snapshot());
        assertThat(second.tradeHash())
                .isNotEqualTo(proposals.ofCase(about).get(0).tradeHash());
    }

    @Test
    void collectsTheHouseholdAgainOnAnotherDay() {
        CaseId about = story.openCase(ReviewFixtures.household());
        int collected = portfolio.asked().size();
        clock.moveTo("2026-11-23T06:55");
        portfolio.answerIncompletely("asked again");

        assertThat(propose.forCase(about)).isInstanceOf(Outcome.NotPossible.class);
        assertThat(portfolio.asked()).hasSize(collected + 1);
    }

    @Test
    void stopsWhenTheFreshHouseholdIsBackInsideItsBand() {
        CaseId about = story.openCase(ReviewFixtures.household());
        story.propose(about, ReviewFixtures.trades());
        story.report(ReviewFixtures.withAccounts(ReviewFixtures.account(
                A1,
                Registration.TAXABLE,
                AccountStatus.ACTIVE,
                true,
                "0",
                ReviewFixtures.position("SPY", ReviewFixtures.lot("L1", "SPY", "60", "40", "2020-03-02")),
                ReviewFixtures.position("AGG", ReviewFixtures.lot("L9", "AGG", "40", "40", "2020-03-02")))));

        assertThat(story.propose(about, ReviewFixtures.trades()))
                .isInstanceOfSatisfying(
                        Outcome.NotPossible.class,
                        refused -> assertThat(refused.reason()).startsWith("it is back inside its band"));
    }

    @Test
    void stopsWhenTheFreshDataIsIncomplete() {
        CaseId about = story.openCase(ReviewFixtures.household());
        story.propose(about, ReviewFixtures.trades());
        portfolio.answerIncompletely("page 2 of accounts is short");

        assertThat(propose.forCase(about))
                .isEqualTo(new Outcome.NotPossible("its data is not usable: page 2 of accounts is short"));
        assertThat(proposals.ofCase(about)).hasSize(1);
    }

    @Test
    void makesTheEditorTheProposerOfAChange() {
        CaseId about = story.openCase(ReviewFixtures.household());
        story.propose(about, ReviewFixtures.trades());
        List<Trade> amended = List.of(buy(2, A1, "AGG", 5));

        change.replace(about, amended, new PersonId("advisor02"), "limit rejected");

        ProposalVersion changed = story.current(about);
        assertThat(changed.kind()).isEqualTo(ProposalVersion.Kind.CHANGE);
        assertThat(changed.proposedBy()).isEqualTo(new PersonId("advisor02"));
        assertThat(changed.trades()).isEqualTo(amended);
        assertThat(fact(about, AuditEvent.PROPOSAL_CHANGED, "reason")).isEqualTo("limit rejected");
        assertThat(fact(about, AuditEvent.PROPOSAL_CHANGED, "after"))
                .isEqualTo(List.of("2 BUY 5 AGG in H1-A1, limit 100.50"));
        assertThat(change.problems(about, List.of())).containsExactly("no trade is left");
    }

    private void assertNotPossible(Household household, List<Trade> trades, String problem) {
        TestDatabase.clear();
        CaseId about = story.openCase(household);
        assertThat(story.propose(about, trades))
                .isInstanceOfSatisfying(
                        Outcome.NotPossible.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo("the proposal of ORION breaks rules: " + problem));
        assertThat(proposals.current(about)).isEmpty();
    }

    private Object fact(CaseId about, AuditEvent event, String name) {
        return Objects.requireNonNull(entry(about, event).facts().get(name));
    }

    private AuditEntry entry(CaseId about, AuditEvent event) {
        return audit.ofCase(about).stream()
                .map(RecordedEntry::entry)
                .filter(entry -> entry.event() == event)
                .findFirst()
                .orElseThrow();
    }
}
