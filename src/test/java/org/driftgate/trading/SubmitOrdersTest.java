package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.SystemFault;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.FeatureTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FeatureTest
@Import(TradingConfiguration.class)
class SubmitOrdersTest {

    private final TradingFixture given;
    private final SubmitOrders submit;
    private final CollectExecutions collect;
    private final RejectionRate rejections;
    private final AssessExecutions assess;
    private final Orders orders;
    private final CustodianFake custodian;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SubmitOrdersTest(
            TradingFixture given,
            SubmitOrders submit,
            CollectExecutions collect,
            RejectionRate rejections,
            AssessExecutions assess,
            Orders orders,
            CustodianFake custodian,
            AuditLog audit,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.given = given;
        this.submit = submit;
        this.collect = collect;
        this.rejections = rejections;
        this.assess = assess;
        this.orders = orders;
        this.custodian = custodian;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void reset() {
        given.reset();
    }

    @Test
    void sendsSellsFirstAndBuysWhoseAccountSellsNothing() {
        CaseId about = given.approved();

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.ACCEPTED);

        assertThat(custodian.ledger())
                .extracting(order -> order.side() + " " + order.quantity() + " " + order.symbol())
                .containsExactly("SELL 10 SPY", "BUY 3 BND");
        assertThat(states(about))
                .containsExactly(Orders.State.ACKNOWLEDGED, Orders.State.PLANNED, Orders.State.ACKNOWLEDGED);
        assertThat(assess.forCase(about)).isEqualTo(AssessExecutions.Assessment.WORKING);
    }

    @Test
    void sendsABuyWhenTheSellOfItsAccountIsFilled() {
        CaseId about = given.approved();
        submit.forCase(about);
        custodian.report(given.filled(given.taken("SPY"), "99"));
        assertThat(collect.now().changed()).containsExactly(about);

        assertThat(assess.forCase(about)).isEqualTo(AssessExecutions.Assessment.MORE_TO_SUBMIT);
        submit.forCase(about);

        assertThat(custodian.ledger()).hasSize(3);
        assertThat(given.taken("AGG").quantity().toString()).isEqualTo("9");
    }

    @Test
    void shrinksABuyToTheCashOfItsAccount() {
        CaseId about = given.approved();
        submit.forCase(about);
        custodian.report(given.report(given.taken("SPY"), OrderReport.State.EXPIRED, given.execution("X1", 5, "99")));
        collect.now();

        submit.forCase(about);

        // $100 of cash and 5 × $99 make $595: five shares at the limit of $102.
        assertThat(given.taken("AGG").quantity().toString()).isEqualTo("5");
        assertThat(orders.ofCase(about).get(1).quantity().toString()).isEqualTo("9");
    }

    @Test
    void spendsNoProceedsThatHaveNotSettledWhereTheCustodianForbidsIt() {
        custodian.forbidUnsettledCash();
        CaseId about = given.approved();
        submit.forCase(about);
        custodian.report(given.filled(given.taken("SPY"), "99"));
        collect.now();

        submit.forCase(about);

        // $100 of settled cash are less than one share at the limit of $102; the $990 of the sale settle another day.
        assertThat(orders.ofCase(about).get(1).state()).isEqualTo(Orders.State.REJECTED);
        assertThat(custodian.ledger())
                .extracting(order -> order.symbol().value())
                .containsExactly("SPY", "BND");
    }

    @Test
    void sendsNothingTwiceWhenTheAnswerIsLost() {
        CaseId about = given.approved();
        custodian.loseAnswers();

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.ACCEPTED);
        submit.forCase(about);

        assertThat(custodian.ledger()).hasSize(2);
        assertThat(states(about)).contains(Orders.State.ACKNOWLEDGED).doesNotContain(Orders.State.UNKNOWN);
        assertThat(events(about)).contains(AuditEvent.ORDER_UNKNOWN, AuditEvent.ORDER_ACKNOWLEDGED);
    }

    @Test
    void leavesAnOrderThatIsNotFoundToAPersonAndNeverResendsIt() {
        CaseId about = given.approved();
        custodian.loseOrders();

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.REJECTED);
        custodian.answerAgain();
        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.REJECTED);

        assertThat(custodian.ledger()).isEmpty();
        assertThat(states(about)).filteredOn(Orders.State.UNKNOWN::equals).hasSize(2);
        assertThat(given.count("attempt")).isEqualTo(2);
    }

    @Test
    void survivesADeathBetweenClaimAndAnswer() {
        CaseId about = given.approved();
        custodian.killAfterTaking();
        assertThatThrownBy(() -> submit.forCase(about)).isInstanceOf(CustodianFake.Killed.class);
        assertThat(states(about)).filteredOn(Orders.State.CLAIMED::equals).hasSize(2);
        custodian.answerAgain();

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.ACCEPTED);

        assertThat(custodian.ledger()).hasSize(2);
        assertThat(states(about)).filteredOn(Orders.State.ACKNOWLEDGED::equals).hasSize(2);
    }

    @Test
    void keepsAnswersThoughTheEngineRollsBack() {
        CaseId about = given.approved();

        transaction.executeWithoutResult(status -> {
            submit.forCase(about);
            status.setRollbackOnly();
        });

        assertThat(states(about)).filteredOn(Orders.State.ACKNOWLEDGED::equals).hasSize(2);
    }

    @Test
    void triesAgainWhatWasSurelyNotPlaced() {
        CaseId about = given.approved();
        custodian.fail(new OrdersNotPlaced(new SystemFault("Fake custodian", "submit", "429")));
        assertThatThrownBy(() -> submit.forCase(about)).isInstanceOf(SystemFault.class);
        custodian.answerAgain();

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.ACCEPTED);

        assertThat(custodian.ledger()).hasSize(2);
        assertThat(given.count("attempt")).isEqualTo(4);
    }

    @Test
    void claimsNothingWhenTheCustodianIsDown() {
        CaseId about = given.approved();
        custodian.down(true);

        assertThatThrownBy(() -> submit.forCase(about)).isInstanceOf(SystemFault.class);

        assertThat(given.count("attempt")).isZero();
    }

    @Test
    void doesNotPlaceWhatValidationRefuses() {
        CaseId about = given.approved();
        custodian.find("SPY", "SH02");

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.REJECTED);

        assertThat(custodian.ledger())
                .extracting(order -> order.symbol().value())
                .containsExactly("BND");
        assertThat(states(about).get(0)).isEqualTo(Orders.State.REJECTED);
    }

    @Test
    void recordsWhatTheCustodianWarnsOfAndSendsTheOrder() {
        CaseId about = given.approved();
        custodian.warn("SPY", "may be a duplicate of an order of today");

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.ACCEPTED);

        assertThat(custodian.ledger())
                .extracting(order -> order.symbol().value())
                .containsExactly("SPY", "BND");
        assertThat(jdbc.sql("select facts ->> 'warnings' from audit.entry where event = 'ORDER_CLAIMED'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("[\"WARNING W1: may be a duplicate of an order of today\"]", null);
    }

    @Test
    void knowsWhenTooManyOrdersOfTheDayAreRejected() {
        CaseId about = given.approved();
        assertThat(rejections.today().isTooHigh()).isFalse();
        custodian.find("SPY", "SH02");

        submit.forCase(about);

        assertThat(rejections.today().isTooHigh()).isTrue();
        assertThat(rejections.today().sentence())
                .isEqualTo("1 of the 2 orders of 2026-11-20 was rejected, 50.0 %; the limit is 0.1 %.");
    }

    private List<Orders.State> states(CaseId about) {
        return orders.ofCase(about).stream().map(Orders.OrderStatus::state).toList();
    }

    private List<AuditEvent> events(CaseId about) {
        return audit.ofCase(about).stream().map(entry -> entry.entry().event()).toList();
    }
}
