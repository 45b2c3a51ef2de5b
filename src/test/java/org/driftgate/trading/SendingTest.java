package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.driftgate.trading.ReleaseCheck.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** R-241 on the real database: one person stops all sending, two different people restart it. */
@FeatureTest
@Import(TradingConfiguration.class)
class SendingTest {

    private static final PersonId TRADER = new PersonId("trader");
    private static final PersonId OWNER = new PersonId("owner");

    private final TradingFixture given;
    private final Sending sending;
    private final ReleaseOrders release;
    private final SubmitOrders submit;
    private final CustodianFake custodian;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SendingTest(
            TradingFixture given,
            Sending sending,
            ReleaseOrders release,
            SubmitOrders submit,
            CustodianFake custodian,
            TestClock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.given = given;
        this.sending = sending;
        this.release = release;
        this.submit = submit;
        this.custodian = custodian;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void reset() {
        given.reset();
    }

    @Test
    void claimsNothingAfterTheStopUntilTwoPeopleAgree() {
        CaseId about = given.approved();
        assertThat(release.recheck(about).verdict()).isEqualTo(Verdict.READY);
        sending.stop(TRADER, "prices look wrong");

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.NOT_RELEASED);
        assertThat(sending.agreeToRestart(TRADER, "prices are right")).isEmpty();
        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.NOT_RELEASED);
        assertThat(given.count("attempt")).isZero();
        assertThat(custodian.ledger()).isEmpty();

        assertThat(sending.agreeToRestart(OWNER, "looked at them too")).isEmpty();
        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.ACCEPTED);
        assertThat(custodian.ledger()).hasSize(2);
        assertThat(events()).endsWith("SENDING_RESTART_AGREED", "SENDING_RESTARTED");
    }

    @Test
    void lastsWhenTheSamePersonAgreesTwice() {
        sending.stop(TRADER, "prices look wrong");
        sending.agreeToRestart(OWNER, "they are right");

        assertThat(sending.agreeToRestart(new PersonId("Owner"), "really"))
                .singleElement()
                .asString()
                .contains("second");

        assertThat(sending.stops()).hasSize(1);
        assertThat(events()).containsExactly("SENDING_STOPPED", "SENDING_RESTART_AGREED", "SENDING_RESTART_REFUSED");
        assertThatThrownBy(() -> agree("owner")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> agree("OWNER")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> agree("driftgate")).isInstanceOf(DataAccessException.class);
        assertThat(sending.stops()).hasSize(1);
    }

    @Test
    void needsTwoPeopleForEveryStop() {
        sending.stop(TRADER, "prices look wrong");
        sending.agreeToRestart(OWNER, "they are right");
        sending.stop(OWNER, "the custodian called");

        assertThat(sending.agreeToRestart(TRADER, "fine")).isEmpty();
        assertThat(sending.stops()).hasSize(1);
        assertThat(sending.agreeToRestart(OWNER, "fine")).isEmpty();

        assertThat(sending.stops()).isEmpty();
        assertThat(sending.agreeToRestart(OWNER, "fine")).containsExactly("Sending is not stopped.");
        assertThatThrownBy(() -> agree("reviewer")).rootCause().hasMessageContaining("is over");
    }

    @Test
    void letsNobodyTakeARowBack() {
        sending.stop(TRADER, "prices look wrong");
        sending.agreeToRestart(OWNER, "they are right");

        for (String attack : List.of(
                "delete from driftgate.sending_stop",
                "update driftgate.sending_stop set stopped_at = now()",
                "update driftgate.sending_restart set person = 'x'",
                "truncate driftgate.sending_stop cascade",
                "alter table driftgate.attempt disable trigger claim_orders"))
            assertThatThrownBy(() -> jdbc.sql(attack).update()).as(attack).isInstanceOf(DataAccessException.class);
        assertThat(sending.stops()).hasSize(1);
    }

    @Test
    void refusesAClaimByAnyOtherRoadWhileStopped() {
        CaseId about = given.approved();
        submit.forCase(about);
        sending.stop(TRADER, "prices look wrong");

        assertThatThrownBy(() -> jdbc.sql("""
                insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on, claimed_by,
                  release_check)
                select i.id, 1, gen_random_uuid(), i.quantity, a.claimed_at, a.claimed_on, 'x', a.release_check
                from driftgate.order_intent i, driftgate.attempt a where i.line = 2 and a.n = 1 limit 1""").update()).rootCause().hasMessageContaining("sending is stopped");
    }

    @Test
    void waitsForAClaimThatIsBeingMade() {
        CaseId about = given.approved();
        submit.forCase(about);
        var stop = transaction.execute(status -> {
            sending.objection();
            var stopping = CompletableFuture.runAsync(() -> sending.stop(TRADER, "prices look wrong"));
            assertThat(isWaiting()).isTrue();
            assertThat(stopping).isNotDone();
            return stopping;
        });

        assertThat(stop).succeedsWithin(Duration.ofSeconds(10));
        assertThat(sending.stops()).hasSize(1);
    }

    @Test
    void keepsACaseWaitingAndRecordsItOnce() {
        CaseId about = given.approved();
        sending.stop(TRADER, "prices look wrong");

        assertThat(release.recheck(about).verdict()).isEqualTo(Verdict.NOT_YET);
        assertThat(release.schedule(about)).isEqualTo(TestClock.at("2026-11-20T09:55"));
        clock.moveTo("2026-11-20T09:55");
        assertThat(release.recheck(about).verdict()).isEqualTo(Verdict.NOT_YET);

        assertThat(events()).containsOnlyOnce("RELEASE_CHECKED");
        assertThat(sending.waitingCases()).isEqualTo(1);
        clock.moveTo("2026-11-20T15:45");
        assertThat(release.recheck(about).verdict()).isEqualTo(Verdict.EXPIRED);
    }

    @Test
    void namesTheStopInTheRecordAndMeetsACaseOnce() {
        CaseId about = given.approved();
        sending.stop(TRADER, "prices look wrong");

        assertThat(sending.meets(about)).isTrue();
        assertThat(sending.meets(about)).isFalse();
        assertThat(jdbc.sql("select (facts ->> 'stop')::bigint from audit.entry where event = 'SENDING_STOPPED'")
                        .query(Long.class)
                        .single())
                .isEqualTo(sending.stops().get(0).id());
    }

    private boolean isWaiting() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end)
            if (jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                    .query(Boolean.class)
                    .single()) return true;
        return false;
    }

    private void agree(String person) {
        jdbc.sql(
                        "insert into driftgate.sending_restart select max(id), :person, 'fine', now() from driftgate.sending_stop")
                .param("person", person)
                .update();
    }

    private List<String> events() {
        return jdbc.sql(
                        "select event from audit.entry where event like 'SENDING%' or event = 'RELEASE_CHECKED' order by id")
                .query(String.class)
                .list();
    }
}
