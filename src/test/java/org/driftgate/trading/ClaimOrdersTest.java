package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.driftgate.testing.PortfolioFixtures.household;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.driftgate.household.Account;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.SystemFault;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing is claimed, so nothing can be sent, without everything that the gate asks for. */
@FeatureTest
@Import(TradingConfiguration.class)
class ClaimOrdersTest {

    private final TradingFixture given;
    private final SubmitOrders submit;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ClaimOrdersTest(
            TradingFixture given,
            SubmitOrders submit,
            TestClock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.given = given;
        this.submit = submit;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void reset() {
        given.reset();
    }

    @Test
    void claimsNothingBeforeTheWindowOpens() {
        CaseId about = given.approved();
        clock.moveTo("2026-11-20T09:40");

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.NOT_RELEASED);

        assertThat(given.count("attempt")).isZero();
        assertThat(given.count("release_check")).isZero();
    }

    @Test
    void claimsNothingWithoutAnApproval() {
        CaseId about = given.proposed();
        clock.moveTo("2026-11-20T09:50");

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.NOT_RELEASED);

        assertThat(given.count("order_intent")).isZero();
    }

    @Test
    void claimsNothingOnAnExpiredApproval() {
        CaseId about = given.approved();
        clock.moveTo("2026-11-23T09:50");

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.NOT_RELEASED);

        assertThat(given.count("attempt")).isZero();
    }

    @Test
    void claimsNothingWithoutTheConsentThatAnAccountNeeds() {
        CaseId about = given.approved(given.proposed(
                household("H1", "60/40", nonDiscretionary(TradingFixture.accounts())), TradingFixture.trades()));

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.NOT_RELEASED);

        assertThat(given.count("attempt")).isZero();
        Throwable refused = catchThrowable(() -> jdbc.sql("""
                insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on, claimed_by)
                select id, 1, gen_random_uuid(), quantity, '2026-11-20T15:00Z', '2026-11-20', 'test'
                from driftgate.order_intent""").update());
        assertThat(refused).rootCause().hasMessageContaining("lacks the consent of the client");
    }

    @Test
    void schemaRefusesEveryOrderThatWasNotApproved() {
        CaseId about = given.approved();
        submit.forCase(about);

        for (String attack : List.of(
                "update driftgate.order_intent set quantity = 999",
                "delete from driftgate.attempt",
                "insert into driftgate.order_intent select gen_random_uuid(), case_id, gen_random_uuid(), version_id,"
                        + " trade_hash, decision, lot_hash, snapshot_id, 9, account_id, side, symbol, quantity,"
                        + " limit_price, custodian, discretionary, recommended_by, placed_by, planned_at"
                        + " from driftgate.order_intent where line = 1",
                "insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on,"
                        + " claimed_by) select intent_id, 2, gen_random_uuid(), quantity, claimed_at, claimed_on, 'x'"
                        + " from driftgate.attempt",
                "insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on,"
                        + " claimed_by) select id, 1, gen_random_uuid(), 10, planned_at, '2026-11-20', 'x'"
                        + " from driftgate.order_intent where line = 2"))
            assertThatThrownBy(() -> jdbc.sql(attack).update()).as(attack).isInstanceOf(DataAccessException.class);
        assertThat(given.count("attempt")).isEqualTo(2);
    }

    @Test
    void namesPeopleInEveryMemorandum() {
        submit.forCase(given.approved());

        assertThat(jdbc.sql("select distinct recommended_by || '/' || placed_by from driftgate.order_intent")
                        .query(String.class)
                        .list())
                .containsExactly("advisor01/reviewer");
        assertThat(given.count("trade_file")).isEqualTo(1);
    }

    @Test
    void letsOneWorkerSubmitAtATime() throws Exception {
        CaseId about = given.approved();
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var other = new Thread(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended('driftgate.submit:' || :case, 0))")
                    .param("case", about.value())
                    .query(rs -> {});
            held.countDown();
            await(release);
        }));
        other.start();
        held.await();

        assertThatThrownBy(() -> submit.forCase(about))
                .isInstanceOf(SystemFault.class)
                .hasMessageContaining("another worker");
        release.countDown();
        other.join();
    }

    private static Account[] nonDiscretionary(Account[] accounts) {
        return Arrays.stream(accounts)
                .map(a -> new Account(
                        a.id(),
                        a.taxUnit(),
                        a.owner(),
                        a.ownerBirthDate(),
                        a.registration(),
                        a.custodian(),
                        a.status(),
                        false,
                        a.heldAway(),
                        a.cash(),
                        a.settledCash(),
                        a.positions()))
                .toArray(Account[]::new);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
