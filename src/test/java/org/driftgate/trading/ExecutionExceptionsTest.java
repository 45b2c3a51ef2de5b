package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Quantity;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.driftgate.trading.ExecutionExceptions.Action;
import org.driftgate.trading.ExecutionExceptions.Resolution;
import org.driftgate.trading.ExecutionExceptions.Resolution.AmendedLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@FeatureTest
@Import(TradingConfiguration.class)
class ExecutionExceptionsTest {

    private final TradingFixture given;
    private final SubmitOrders submit;
    private final CollectExecutions collect;
    private final AssessExecutions assess;
    private final ReconcileExecutions reconcile;
    private final ExecutionExceptions exceptions;
    private final Orders orders;
    private final Cases cases;
    private final Proposals proposals;
    private final CustodianFake custodian;
    private final TestClock clock;

    ExecutionExceptionsTest(
            TradingFixture given,
            SubmitOrders submit,
            CollectExecutions collect,
            AssessExecutions assess,
            ReconcileExecutions reconcile,
            ExecutionExceptions exceptions,
            Orders orders,
            Cases cases,
            Proposals proposals,
            CustodianFake custodian,
            TestClock clock) {
        this.given = given;
        this.submit = submit;
        this.collect = collect;
        this.assess = assess;
        this.reconcile = reconcile;
        this.exceptions = exceptions;
        this.orders = orders;
        this.cases = cases;
        this.proposals = proposals;
        this.custodian = custodian;
        this.clock = clock;
    }

    @BeforeEach
    void reset() {
        given.reset();
    }

    @Test
    void saysWhatHappenedAndMovesTheCase() {
        CaseId about = rejectedSell();

        String sentence = exceptions.flag(about);

        assertThat(sentence).isEqualTo("SELL 10 SPY in account 10000001 (line 1) was rejected: RJ01 – not today.");
        assertThat(cases.get(about).state()).isEqualTo(CaseState.EXCEPTION);
        ExceptionView view = exceptions.view(about);
        assertThat(view.whatHappened()).isEqualTo(sentence);
        assertThat(view.since()).isEqualTo(clock.instant());
        assertThat(view.orders())
                .filteredOn(ExceptionView.OrderLine::needsDecision)
                .hasSize(1);
        assertThat(view.actions()).allMatch(ExceptionView.SafeAction::allowed);
    }

    @Test
    void sendsARejectedOrderAgainUnderANewId() {
        CaseId about = rejectedSell();
        exceptions.flag(about);
        custodian.acceptEverything();

        assertThat(resolve(about, Action.RETRY, null)).isEmpty();
        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.ACCEPTED);

        Orders.OrderStatus status = orders.ofCase(about).get(0);
        assertThat(status.state()).isEqualTo(Orders.State.ACKNOWLEDGED);
        assertThat(given.taken("SPY").id()).isNotEqualTo(status.id());
    }

    @Test
    void offersOnlyTheManualWayForAnOrderInDoubt() {
        CaseId about = given.approved();
        custodian.loseOrders();
        submit.forCase(about);
        exceptions.flag(about);

        assertThat(resolve(about, Action.RETRY, null))
                .singleElement()
                .asString()
                .contains("in doubt");
        assertThat(resolve(about, Action.CANCEL, null)).isNotEmpty();
        assertThat(resolve(about, Action.BY_HAND, " "))
                .singleElement()
                .asString()
                .contains("reference");
        assertThat(resolve(about, Action.BY_HAND, "SAC-4711")).isEmpty();
        assertThat(assess.forCase(about)).isNotEqualTo(AssessExecutions.Assessment.REJECTED);
        assertThat(custodian.ledger()).isEmpty();
    }

    @Test
    void maySendAgainWhenALookUpAfterTheCloseProvesAbsence() {
        CaseId about = given.approved();
        custodian.loseOrders();
        submit.forCase(about);
        custodian.answerAgain();
        clock.moveTo("2026-11-20T16:31");

        assertThat(resolve(about, Action.RETRY, null)).isEmpty();

        assertThat(orders.ofCase(about).get(0).state()).isEqualTo(Orders.State.REJECTED);
    }

    @Test
    void resolvesAnOrderThatWasThereAfterAll() {
        CaseId about = given.approved();
        custodian.loseAnswers();
        custodian.down(false);
        submit.forCase(about);

        assertThat(exceptions.view(about).orders()).noneMatch(ExceptionView.OrderLine::needsDecision);
    }

    @Test
    void amendsWhatIsNotFilledIntoANewVersionOfTheAdviser() {
        CaseId about = rejectedSell();
        exceptions.flag(about);
        ProposalVersion before = proposals.current(about).orElseThrow();

        List<String> problems = exceptions.resolve(
                about,
                new Resolution(Action.AMEND, null, "sell less", List.of(new AmendedLine(1, Quantity.shares(6)))),
                TradingFixture.ADVISER);

        assertThat(problems).isEmpty();
        ProposalVersion after = proposals.current(about).orElseThrow();
        assertThat(after.number()).isEqualTo(before.number() + 1);
        assertThat(after.kind()).isEqualTo(ProposalVersion.Kind.CHANGE);
        assertThat(after.proposedBy()).isEqualTo(TradingFixture.ADVISER);
        assertThat(after.trades())
                .extracting(trade -> trade.line() + " " + trade.side() + " " + trade.quantity())
                .containsExactly("1 SELL 6", "2 BUY 9");
        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.NOT_RELEASED);
        assertThat(custodian.ledger()).hasSize(1);
    }

    @Test
    void sendsTheAmendedVersionOnceItIsApproved() {
        CaseId about = rejectedSell();
        exceptions.resolve(
                about,
                new Resolution(Action.AMEND, null, "sell less", List.of(new AmendedLine(1, Quantity.shares(6)))),
                TradingFixture.ADVISER);
        custodian.acceptEverything();
        given.approve(about);

        submit.forCase(about);
        custodian.report(List.of(given.filled(given.taken("SPY"), "99"), given.filled(given.taken("BND"), "50")));
        collect.now();
        submit.forCase(about);

        // $100 and 6 × $99 make $694: six shares at the limit of $102.
        assertThat(given.taken("AGG").quantity()).isEqualTo(Quantity.shares(6));
        assertThat(orders.ofCase(about)).hasSize(5);
    }

    @Test
    void refusesToAmendBeyondTheApprovedLots() {
        CaseId about = rejectedSell();

        List<String> problems = exceptions.resolve(
                about,
                new Resolution(Action.AMEND, null, "sell more", List.of(new AmendedLine(1, Quantity.shares(11)))),
                TradingFixture.ADVISER);

        assertThat(problems).singleElement().asString().startsWith("Line 1:");
        assertThat(given.count("exception_resolution")).isZero();
    }

    @Test
    void cancelsAndLetsTheRestGoOn() {
        CaseId about = rejectedSell();

        assertThat(resolve(about, Action.CANCEL, null)).isEmpty();
        assertThat(assess.forCase(about)).isEqualTo(AssessExecutions.Assessment.MORE_TO_SUBMIT);
        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.REJECTED);
        assertThat(exceptions.view(about).whatHappened()).contains("NO_CASH", "10000001");
        assertThat(resolve(about, Action.CANCEL, null)).isEmpty();
        custodian.report(given.filled(given.taken("BND"), "50"));
        collect.now();

        assertThat(assess.forCase(about)).isEqualTo(AssessExecutions.Assessment.DONE);
        assertThat(reconcile.forCase(about).tradedAnything()).isTrue();
    }

    @Test
    void requiresAReason() {
        CaseId about = rejectedSell();

        List<String> problems =
                exceptions.resolve(about, new Resolution(Action.CANCEL, null, "", List.of()), TradingFixture.ADVISER);

        assertThat(problems).containsExactly("A reason is required.");
    }

    private CaseId rejectedSell() {
        CaseId about = given.approved();
        custodian.reject("SPY", "RJ01");
        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.REJECTED);
        return about;
    }

    private List<String> resolve(CaseId about, Action action, String reference) {
        return exceptions.resolve(
                about, new Resolution(action, reference, "looked at it", List.of()), TradingFixture.ADVISER);
    }
}
