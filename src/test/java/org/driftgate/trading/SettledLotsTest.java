package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.ReviewFixtures.part;

import java.util.List;
import org.driftgate.household.CollectSnapshot;
import org.driftgate.household.Household;
import org.driftgate.proposal.LotSale;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.run.Runs;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.RunId;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.driftgate.trading.OrderReport.Execution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** The morning after a sale of 30 of lot L1 on Friday, whose report named no lots; the sale settles on Monday. */
@FeatureTest
@Import(TradingConfiguration.class)
class SettledLotsTest {

    private final TradingFixture given;
    private final SubmitOrders submit;
    private final CollectExecutions collect;
    private final ReconcileExecutions reconcile;
    private final CompareSettledLots compare;
    private final CollectSnapshot snapshots;
    private final Breaks breaks;
    private final Runs runs;
    private final CustodianFake custodian;
    private final TestClock clock;
    private CaseId about = new CaseId("none.none");

    SettledLotsTest(
            TradingFixture given,
            SubmitOrders submit,
            CollectExecutions collect,
            ReconcileExecutions reconcile,
            CompareSettledLots compare,
            CollectSnapshot snapshots,
            Breaks breaks,
            Runs runs,
            CustodianFake custodian,
            TestClock clock) {
        this.given = given;
        this.submit = submit;
        this.collect = collect;
        this.reconcile = reconcile;
        this.compare = compare;
        this.snapshots = snapshots;
        this.breaks = breaks;
        this.runs = runs;
        this.custodian = custodian;
        this.clock = clock;
    }

    @BeforeEach
    void approved() {
        given.reset();
        about = given.proposed(ThreeLots.whole(), List.of(ThreeLots.sale()));
        given.approved(about);
        submit.forCase(about);
    }

    @Test
    void opensABreakWhenTheSnapshotLacksOtherLots() {
        sold();

        RunId monday = collected("2026-11-23T07:05", ThreeLots.holding("50", "30", "40"));
        compare.inSnapshotOf(monday);
        compare.inSnapshotOf(monday);
        reconcile.forCase(about);

        assertThat(breaks.view(about).breaks()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo("LOTS");
            assertThat(found.open()).isTrue();
            assertThat(found.sentence())
                    .startsWith("SELL SPY in account 10000001: instructed were 30 of lot L1; "
                            + "the snapshot of 2026-11-23 lacks 20 of lot L2, 10 of lot L3.");
        });
    }

    @Test
    void findsNothingWhenTheNamedLotIsGone() {
        sold();

        compare.inSnapshotOf(collected("2026-11-23T07:05", ThreeLots.holding("20", "50", "50")));

        assertThat(given.count("execution_quarantine")).isZero();
    }

    @Test
    void judgesNoPositionThatChangedByMoreThanTheSale() {
        sold();

        compare.inSnapshotOf(collected("2026-11-23T07:05", ThreeLots.holding("50", "10", "50")));

        assertThat(given.count("execution_quarantine")).isZero();
    }

    @Test
    void leavesToTheReconciliationWhatTheCustodianTold() {
        sold(part("L1", "30"));

        compare.inSnapshotOf(collected("2026-11-23T07:05", ThreeLots.holding("50", "20", "50")));

        assertThat(given.count("execution_quarantine")).isZero();
    }

    @Test
    void leavesAloneWhatHasSettled() {
        sold();

        compare.inSnapshotOf(collected("2026-11-24T07:05", ThreeLots.holding("50", "20", "50")));

        assertThat(given.count("execution_quarantine")).isZero();
    }

    private void sold(LotSale... relieved) {
        Execution told = given.execution("X1", 30, "99");
        var execution = new Execution(told.id(), told.quantity(), told.price(), told.executedAt(), List.of(relieved));
        custodian.report(List.of(given.report(given.taken("SPY"), OrderReport.State.FILLED, execution)));
        collect.now();
        reconcile.forCase(about);
    }

    private RunId collected(String at, Household household) {
        clock.moveTo(at);
        given.sourceNowSays(book(household));
        RunId run = runs.open(new RunRequest(RunSource.TRADER, new PersonId("trader"), at, List.of(household.id())));
        assertThat(snapshots.forRun(run)).isInstanceOf(CollectSnapshot.Outcome.Collected.class);
        return run;
    }
}
