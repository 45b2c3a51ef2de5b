package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.driftgate.trading.ReconcileExecutions.Reconciliation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeatureTest
@Import(TradingConfiguration.class)
class ReconcileExecutionsTest {

    private static final PersonId TRADER = new PersonId("trader");

    private final TradingFixture given;
    private final SubmitOrders submit;
    private final CollectExecutions collect;
    private final AssessExecutions assess;
    private final ReconcileExecutions reconcile;
    private final Breaks breaks;
    private final CustodianFake custodian;
    private final TestClock clock;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private CaseId about = new CaseId("none.none");
    private CustodyOrder spy;
    private CustodyOrder bnd;

    ReconcileExecutionsTest(
            TradingFixture given,
            SubmitOrders submit,
            CollectExecutions collect,
            AssessExecutions assess,
            ReconcileExecutions reconcile,
            Breaks breaks,
            CustodianFake custodian,
            TestClock clock,
            AuditLog audit,
            JdbcClient jdbc) {
        this.given = given;
        this.submit = submit;
        this.collect = collect;
        this.assess = assess;
        this.reconcile = reconcile;
        this.breaks = breaks;
        this.custodian = custodian;
        this.clock = clock;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void submitted() {
        given.reset();
        about = given.approved();
        submit.forCase(about);
        spy = given.taken("SPY");
        bnd = given.taken("BND");
    }

    @Test
    void endsADayWithBreaksAndNothingLost() {
        custodian.report(List.of(
                given.report(spy, OrderReport.State.EXPIRED, given.execution("X1", 4, "97.50")),
                given.report(bnd, OrderReport.State.FILLED, given.execution("X2", 3, "50.90"))));
        clock.moveTo("2026-11-20T16:05");
        collect.now();

        assertThat(assess.forCase(about)).isEqualTo(AssessExecutions.Assessment.DONE);
        Reconciliation result = reconcile.forCase(about);

        assertThat(result.filledOrders()).isEqualTo(2);
        assertThat(result.complete()).isFalse();
        assertThat(jdbc.sql("select kind from driftgate.reconciliation_break order by number")
                        .query(String.class)
                        .list())
                .containsExactly("EXPIRED", "PRICE", "NOT_SENT");
        assertThat(result.unexplained()).singleElement().asString().contains("SPY", "$97.50", "limit of $98");
    }

    @Test
    void reconcilesACompleteCaseWithoutBreaks() {
        custodian.report(List.of(given.filled(spy, "99"), given.filled(bnd, "51")));
        collect.now();
        assess.forCase(about);
        submit.forCase(about);
        custodian.report(given.filled(given.taken("AGG"), "100"));
        collect.now();

        assertThat(assess.forCase(about)).isEqualTo(AssessExecutions.Assessment.DONE);
        assertThat(reconcile.forCase(about)).isEqualTo(new Reconciliation(3, true, 0, List.of()));
    }

    @Test
    void needsNobodyForWhatTheEndOfTheDayExplains() {
        custodian.report(List.of(
                given.report(spy, OrderReport.State.EXPIRED, given.execution("X1", 4, "99")),
                given.report(bnd, OrderReport.State.FILLED, given.execution("X2", 3, "50.90"))));
        clock.moveTo("2026-11-20T16:05");
        collect.now();

        Reconciliation result = reconcile.forCase(about);

        assertThat(result.breaks()).isEqualTo(2);
        assertThat(result.unexplained()).isEmpty();
    }

    @Test
    void needsNobodyForABuyThatWasMadeSmallerToFitTheCash() {
        custodian.report(List.of(
                given.report(spy, OrderReport.State.EXPIRED, given.execution("X1", 5, "99")), given.filled(bnd, "51")));
        collect.now();
        submit.forCase(about);
        custodian.report(given.filled(given.taken("AGG"), "100"));
        collect.now();

        assertThat(reconcile.forCase(about).unexplained()).isEmpty();
        assertThat(breaks.view(about).breaks())
                .extracting(Breaks.Line::sentence)
                .anyMatch(said -> said.startsWith("BUY AGG")
                        && said.endsWith(
                                "5 of 9 shares were ordered, all that the account's cash covered, and filled."));
    }

    @Test
    void findsTooFewSharesOfAnOrderThatTheCustodianCallsDone() {
        custodian.report(List.of(
                given.report(spy, OrderReport.State.FILLED, given.execution("X1", 4, "99")),
                given.report(bnd, OrderReport.State.FILLED, given.execution("X2", 3, "50.90"))));
        clock.moveTo("2026-11-20T12:00");
        collect.now();
        assertThat(assess.forCase(about)).isEqualTo(AssessExecutions.Assessment.WORKING);

        clock.moveTo("2026-11-20T16:31");
        var collected = collect.now();

        assertThat(collected.changed()).containsExactly(about);
        assertThat(collected.overdue()).isEmpty();
        assertThat(assess.forCase(about)).isEqualTo(AssessExecutions.Assessment.DONE);
        assertThat(reconcile.forCase(about).unexplained())
                .singleElement()
                .asString()
                .contains("SELL SPY", "4 of 10 shares", "FILLED by the custodian's word");
        assertThat(collect.now().changed()).isEmpty();
    }

    @Test
    void findsWhatWasReportedForAnotherAccount() {
        wrongAccount();
        clock.moveTo("2026-11-20T16:31");

        assertThat(collect.now().changed()).containsExactly(about);
        assertThat(assess.forCase(about)).isEqualTo(AssessExecutions.Assessment.DONE);
        reconcile.forCase(about);

        assertThat(breaks.view(about).breaks())
                .filteredOn(Breaks.Line::open)
                .extracting(Breaks.Line::kind)
                .containsExactly("QUANTITY", "ACCOUNT");
        assertThat(breaks.view(about).open().get(1)).contains("SELL SPY in account 10000002", "wrong account");
    }

    @Test
    void asksNobodyAgainWhatAPersonExplained() {
        wrongAccount();
        clock.moveTo("2026-11-20T16:31");
        collect.now();
        reconcile.forCase(about);

        assertThat(breaks.explain(about, "Booked to the wrong account; Schwab moves it tonight, ticket 4711.", TRADER))
                .isEmpty();
        assertThat(reconcile.forCase(about).unexplained()).isEmpty();

        assertThat(audit.ofCase(about))
                .filteredOn(entry -> entry.entry().event() == AuditEvent.BREAK_RESOLVED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.entry().actor()).isEqualTo(TRADER);
                    assertThat(entry.entry().facts().toString()).contains("ticket 4711", "wrong account");
                });
        assertThat(audit.ofCase(about))
                .filteredOn(entry -> entry.entry().event() == AuditEvent.BREAK_FOUND)
                .as("each break is told once")
                .hasSize(3);
        assertThat(collect.overdue()).isEmpty();
    }

    @Test
    void asksAgainWhenSomethingElseComesUp() {
        wrongAccount();
        clock.moveTo("2026-11-20T16:31");
        collect.now();
        reconcile.forCase(about);
        custodian.report(given.report(spy, OrderReport.State.WORKING, given.execution("X9", 11, "99")));
        collect.now();
        breaks.explain(about, "Booked to the wrong account.", TRADER);

        assertThat(reconcile.forCase(about).unexplained())
                .singleElement()
                .asString()
                .contains("SELL of 11 shares SPY", "over-fill");
    }

    @Test
    void wantsANoteAndTakesItOnce() {
        wrongAccount();
        collect.now();
        reconcile.forCase(about);

        assertThat(breaks.explain(about, " ", TRADER))
                .singleElement()
                .asString()
                .contains("note is required");
        assertThat(breaks.explain(about, "found", TRADER)).isEmpty();
        assertThat(breaks.explain(about, "found again", TRADER))
                .singleElement()
                .asString()
                .contains("explained already");

        assertThat(given.count("break_resolution")).isEqualTo(1);
    }

    private void wrongAccount() {
        custodian.report(List.of(
                new OrderReport(
                        spy.id(),
                        custodian.reference(spy.id()),
                        new AccountId("10000002"),
                        spy.symbol(),
                        spy.side(),
                        OrderReport.State.FILLED,
                        null,
                        null,
                        List.of(given.execution("X1", 10, "99"))),
                given.filled(bnd, "51")));
    }
}
