package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewFixtures.part;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.driftgate.adapter.schwab.SchwabDocument;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.CustodianFinding;
import org.driftgate.review.TaxReviews;
import org.driftgate.review.TaxReviews.LotChoice;
import org.driftgate.review.TaxReviews.LotChoice.SaleChoice;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Quantity;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.FeatureTest;
import org.driftgate.trading.OrderReport.Execution;
import org.driftgate.trading.ReconcileExecutions.Reconciliation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Lots on their way: a sale of 30 SPY in account 10000001, which holds the lots L1, L2 and L3 of 50 each. */
@FeatureTest
@Import(TradingConfiguration.class)
class SpecificLotsTest {

    private static final PersonId TAX = new PersonId("tax");
    private static final Quantity THIRTY = Quantity.shares(30);

    private final TradingFixture given;
    private final TaxReviews taxReviews;
    private final Proposals proposals;
    private final AskCustodians ask;
    private final SubmitOrders submit;
    private final OrderRows orders;
    private final CollectExecutions collect;
    private final ReconcileExecutions reconcile;
    private final Breaks breaks;
    private final CustodianFake custodian;
    private CaseId about = new CaseId("none.none");

    SpecificLotsTest(
            TradingFixture given,
            TaxReviews taxReviews,
            Proposals proposals,
            AskCustodians ask,
            SubmitOrders submit,
            OrderRows orders,
            CollectExecutions collect,
            ReconcileExecutions reconcile,
            Breaks breaks,
            CustodianFake custodian) {
        this.given = given;
        this.taxReviews = taxReviews;
        this.proposals = proposals;
        this.ask = ask;
        this.submit = submit;
        this.orders = orders;
        this.collect = collect;
        this.reconcile = reconcile;
        this.breaks = breaks;
        this.custodian = custodian;
    }

    @BeforeEach
    void proposed() {
        given.reset();
        about = given.proposed(ThreeLots.whole(), List.of(ThreeLots.sale()));
    }

    @Test
    void sendsTheLotsOfTheTaxReviewToSchwabAsSpecificLots() throws Exception {
        given.approved(about);
        choose(part("L3", "20"), part("L2", "10"));

        submit.forCase(about);

        JsonNode sell = SchwabDocument.of(custodian.ledger())
                .path("equityOrderItems")
                .path(0)
                .path("transactionType");
        assertThat(sell.toString())
                .isEqualTo("{\"type\":\"Sell\",\"taxLot\":{\"taxLotMethod\":\"SpecificLot\",\"taxLotInfoList\":["
                        + "{\"lotId\":\"L3\",\"quantity\":20},{\"lotId\":\"L2\",\"quantity\":10}]}}");
    }

    @Test
    void refusesASaleOfNamedLotsOnARouteThatCarriesNone() {
        custodian.carryNoLots();

        assertThat(ask.about(about)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(CustodianFinding.Severity.ERROR);
            assertThat(finding.sentence()).contains("schwab takes no lot instructions");
            assertThat(finding.lines()).containsExactly(1);
        });
        given.approved(about);
        submit.forCase(about);

        assertThat(custodian.ledger()).isEmpty();
        assertThat(orders.ofCase(about)).singleElement().satisfies(order -> {
            assertThat(order.state()).isEqualTo(Orders.State.REJECTED);
            assertThat(order.progress().refusal().orElseThrow().code()).isEqualTo("NO_LOTS");
        });
    }

    @Test
    void opensABreakWithBothListsWhenOtherLotsWereRelieved() {
        sold(execution("X1", 30, part("L2", "20"), part("L3", "10")));

        Reconciliation result = reconcile.forCase(about);

        assertThat(result.complete()).isTrue();
        assertThat(result.unexplained())
                .containsExactly("SELL SPY in account 10000001: instructed were 30 of lot L1; "
                        + "the custodian relieved 20 of lot L2, 10 of lot L3.");
        assertThat(breaks.view(about).breaks()).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo("LOTS");
            assertThat(found.open()).isTrue();
        });
        assertThat(breaks.explain(about, "Schwab corrects the lots before settlement.", new PersonId("trader")))
                .isEmpty();
        assertThat(reconcile.forCase(about).unexplained()).isEmpty();
    }

    @Test
    void findsNothingWhenTheNamedLotsWereRelievedHoweverOftenItIsTold() {
        given.approved(about);
        choose(part("L1", "12"), part("L2", "18"));
        submit.forCase(about);
        Execution first = execution("X1", 20, part("L2", "8"), part("L1", "7"), part("L1", "5"));
        Execution second = execution("X2", 10, part("L2", "10"));
        report(second, first, first);
        report(first, second);

        assertThat(reconcile.forCase(about)).isEqualTo(new Reconciliation(1, true, 0, List.of()));
        assertThat(given.count("relieved_lot")).isEqualTo(3);
    }

    @Test
    void judgesNothingThatTheCustodianDoesNotTell() {
        sold(given.execution("X1", 30, "99"));

        assertThat(reconcile.forCase(about).breaks()).isZero();
    }

    @Test
    void holdsWhatIsToldOfSomeExecutionsAgainstAllNamedLots() {
        sold(execution("X1", 10, part("L1", "10")), given.execution("X2", 20, "99"));
        assertThat(reconcile.forCase(about).breaks()).isZero();
    }

    @Test
    void findsAnUnnamedLotThoughOtherExecutionsAreNotTold() {
        sold(execution("X1", 10, part("L2", "10")), given.execution("X2", 20, "99"));
        assertThat(reconcile.forCase(about).unexplained()).hasSize(1);
    }

    @Test
    void findsLotsThatAreToldTwiceDifferently() {
        sold(execution("X1", 30, part("L1", "30")), execution("X1", 30, part("L3", "30")));

        assertThat(reconcile.forCase(about).unexplained())
                .singleElement()
                .asString()
                .contains("30 of lot L1, 30 of lot L3");
    }

    private void sold(Execution... executions) {
        given.approved(about);
        submit.forCase(about);
        report(executions);
    }

    private void report(Execution... executions) {
        custodian.report(List.of(given.report(given.taken("SPY"), OrderReport.State.WORKING, executions)));
        collect.now();
    }

    private void choose(LotSale... lots) {
        ProposalVersion version = proposals.current(about).orElseThrow();
        var choice = new LotChoice(
                version.number(),
                version.tradeHash(),
                List.of(new SaleChoice(1, THIRTY, List.of(lots))),
                "highest cost");
        assertThat(taxReviews.choose(about, choice, TAX)).isEqualTo(new TaxReviews.Outcome.Recorded(false));
    }

    private Execution execution(String id, long shares, LotSale... relieved) {
        Execution told = given.execution(id, shares, "99");
        return new Execution(told.id(), told.quantity(), told.price(), told.executedAt(), List.of(relieved));
    }
}
