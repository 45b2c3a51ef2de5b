package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeatureTest
@Import(TradingConfiguration.class)
class CollectExecutionsTest {

    private static final long SEED = 7;

    private final TradingFixture given;
    private final SubmitOrders submit;
    private final CollectExecutions collect;
    private final AssessExecutions assess;
    private final Orders orders;
    private final CustodianFake custodian;
    private final TestClock clock;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private CaseId about = new CaseId("none.none");
    private CustodyOrder spy;
    private CustodyOrder bnd;

    CollectExecutionsTest(
            TradingFixture given,
            SubmitOrders submit,
            CollectExecutions collect,
            AssessExecutions assess,
            Orders orders,
            CustodianFake custodian,
            TestClock clock,
            AuditLog audit,
            JdbcClient jdbc) {
        this.given = given;
        this.submit = submit;
        this.collect = collect;
        this.assess = assess;
        this.orders = orders;
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
    void countsEveryExecutionOnceHoweverOftenItComes() {
        custodian.report(given.report(spy, OrderReport.State.WORKING, given.execution("X1", 4, "99")));
        collect.now();
        collect.now();
        custodian.report(List.of(
                given.report(
                        spy,
                        OrderReport.State.FILLED,
                        given.execution("X2", 6, "98.5"),
                        given.execution("X1", 4, "99"),
                        given.execution("X1", 4, "99")),
                given.report(spy, OrderReport.State.WORKING)));
        collect.now();

        Orders.OrderStatus status = orders.ofCase(about).get(0);
        assertThat(status.state()).isEqualTo(Orders.State.FILLED);
        assertThat(status.filled()).isEqualTo(Quantity.shares(10));
        assertThat(status.averagePrice()).isEqualTo(Price.of("98.70"));
        assertThat(given.count("execution")).isEqualTo(2);
        assertThat(given.count("execution_quarantine")).isZero();
    }

    @Test
    void comesToTheSameEndForEveryOrderOfTheReports() {
        var random = new Random(SEED);
        var reports = new ArrayList<>(List.of(
                given.report(spy, OrderReport.State.WORKING),
                given.report(spy, OrderReport.State.WORKING, given.execution("X1", 4, "99")),
                given.report(spy, OrderReport.State.FILLED, given.execution("X2", 6, "99")),
                given.report(bnd, OrderReport.State.EXPIRED, given.execution("X3", 1, "51")),
                given.report(bnd, OrderReport.State.WORKING)));
        reports.addAll(List.copyOf(reports));
        Collections.shuffle(reports, random);

        for (OrderReport report : reports) {
            custodian.report(List.of(report));
            collect.now();
        }

        assertThat(orders.ofCase(about))
                .as("seed %d", SEED)
                .extracting(Orders.OrderStatus::state)
                .containsExactly(Orders.State.FILLED, Orders.State.PLANNED, Orders.State.EXPIRED);
        assertThat(given.count("execution")).isEqualTo(3);
    }

    @Test
    void quarantinesWhatContradictsOurOrders() {
        OrderReport.Execution one = given.execution("X1", 1, "99");
        custodian.report(List.of(
                altered(spy, new AccountId("10000002"), spy.symbol(), spy.side(), one),
                altered(spy, spy.account(), new Symbol("VTI"), spy.side(), one),
                altered(spy, spy.account(), spy.symbol(), Side.BUY, one),
                unknown(),
                given.report(spy, OrderReport.State.WORKING, given.execution("X9", 11, "99")),
                given.report(spy, OrderReport.State.WORKING, given.execution("X8", 1, "0"))));

        collect.now();
        collect.now();

        assertThat(reasons())
                .containsExactlyInAnyOrder(
                        "wrong account", "wrong symbol", "wrong side", "unknown order", "over-fill", "no price");
        assertThat(given.count("execution")).isZero();
        assertThat(audit.ofCase(about))
                .filteredOn(entry -> entry.entry().event() == AuditEvent.EXECUTION_QUARANTINED)
                .hasSize(5);
    }

    @Test
    void noticesASecondOrderUnderTheSameId() {
        custodian.report(List.of(new OrderReport(
                spy.id(),
                "F-other",
                spy.account(),
                spy.symbol(),
                spy.side(),
                OrderReport.State.WORKING,
                null,
                null,
                List.of())));

        collect.now();

        assertThat(reasons()).hasSize(1).first().asString().startsWith("second order at the custodian");
    }

    @Test
    void refusesAnExecutionIdThatBelongsToAnotherOrder() {
        custodian.report(List.of(
                given.report(spy, OrderReport.State.WORKING, given.execution("X1", 4, "99")),
                given.report(bnd, OrderReport.State.WORKING, given.execution("X1", 1, "51"))));

        collect.now();

        assertThat(reasons()).containsExactly("execution id used before");
        assertThat(given.count("execution")).isEqualTo(1);
    }

    @Test
    void announcesACaseUntilItHasAssessedTheNews() {
        custodian.report(given.report(spy, OrderReport.State.WORKING, given.execution("X1", 4, "99")));

        assertThat(collect.now().changed()).containsExactly(about);
        assertThat(collect.now().changed()).containsExactly(about);
        assertThat(assess.forCase(about)).isEqualTo(AssessExecutions.Assessment.WORKING);
        assertThat(collect.now().changed()).isEmpty();
    }

    @Test
    void takesALateRejectionToAPerson() {
        custodian.report(new OrderReport(
                bnd.id(),
                custodian.reference(bnd.id()),
                bnd.account(),
                bnd.symbol(),
                bnd.side(),
                OrderReport.State.REJECTED,
                "RJ01",
                "Rejected by the desk",
                List.of()));

        collect.now();

        assertThat(assess.forCase(about)).isEqualTo(AssessExecutions.Assessment.REJECTED);
    }

    @Test
    void namesTheCasesWhoseOrdersShouldBeOverAndNoOther() {
        clock.moveTo("2026-11-20T16:30");
        assertThat(collect.now().overdue()).isEmpty();

        clock.moveTo("2026-11-20T16:31");
        assertThat(collect.now().overdue()).containsExactly(about);
        assertThat(collect.overdue()).containsExactly(about);

        custodian.report(
                List.of(given.report(spy, OrderReport.State.EXPIRED), given.report(bnd, OrderReport.State.EXPIRED)));
        assertThat(collect.now().overdue()).isEmpty();
    }

    @Test
    void findsTheOrderInDoubtAmongTheReports() {
        given.reset();
        about = given.approved();
        custodian.loseOrders();
        submit.forCase(about);
        OrderId id = orders.ofCase(about).get(0).id();

        custodian.report(new OrderReport(
                id,
                "F-late",
                new AccountId("10000001"),
                new Symbol("SPY"),
                Side.SELL,
                OrderReport.State.WORKING,
                null,
                null,
                List.of()));
        collect.now();

        assertThat(orders.ofCase(about).get(0).state()).isEqualTo(Orders.State.ACKNOWLEDGED);
    }

    private OrderReport altered(
            CustodyOrder order, AccountId account, Symbol symbol, Side side, OrderReport.Execution execution) {
        return new OrderReport(
                order.id(),
                custodian.reference(order.id()),
                account,
                symbol,
                side,
                OrderReport.State.WORKING,
                null,
                null,
                List.of(execution));
    }

    private OrderReport unknown() {
        return new OrderReport(
                OrderId.random(),
                "F-unknown",
                spy.account(),
                spy.symbol(),
                spy.side(),
                OrderReport.State.FILLED,
                null,
                null,
                List.of(given.execution("X7", 10, "99")));
    }

    private List<String> reasons() {
        return jdbc.sql("select reason from driftgate.execution_quarantine")
                .query(String.class)
                .list();
    }
}
