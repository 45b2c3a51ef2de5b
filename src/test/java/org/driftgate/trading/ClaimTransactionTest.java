package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.review.Gate;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes between the last look and the claim is found in the claim's own transaction. */
@FeatureTest
@Import(TradingConfiguration.class)
class ClaimTransactionTest {

    private final TradingFixture given;
    private final ClaimOrders claims;
    private final Gate gate;
    private final ReleaseOrders release;
    private final PlanOrders plan;
    private final WriteTickets tickets;
    private final Sending sending;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private CaseId about;
    private ApprovedVersion approval;
    private long check;
    private List<Ticket> written;

    ClaimTransactionTest(
            TradingFixture given,
            ClaimOrders claims,
            Gate gate,
            ReleaseOrders release,
            PlanOrders plan,
            WriteTickets tickets,
            Sending sending,
            TestClock clock,
            JdbcClient jdbc) {
        this.given = given;
        this.claims = claims;
        this.gate = gate;
        this.release = release;
        this.plan = plan;
        this.tickets = tickets;
        this.sending = sending;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void approve() {
        given.reset();
        about = given.approved();
        approval = gate.approval(about).orElseThrow();
        check = release.readiness(about, approval).orElseThrow();
        written = tickets.write(plan.forCase(about).orElseThrow());
    }

    @Test
    void claimsEveryTicketWhenNothingCame() {
        assertThat(claim()).isEmpty();
        assertThat(given.count("attempt")).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from audit.entry where event = 'ORDER_CLAIMED' and case_id = :case")
                        .param("case", about.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void findsAnApprovalThatWasTakenBack() {
        jdbc.sql(
                        "insert into driftgate.revocation select id, 'reviewer', 'wrong account', now() from driftgate.verdict")
                .update();

        assertRefused("The approval was taken back.");
    }

    @Test
    void findsTheEndOfTheWindowAndOfTheApproval() {
        clock.moveTo("2026-11-20T15:45");

        assertRefused("The approval expired.");
        assertThat(claim()).anyMatch(objection -> objection.startsWith("No release window is open"));
    }

    @Test
    void findsALaterLookThatDidNotFindTheCaseReady() {
        jdbc.sql("""
                insert into driftgate.release_check (case_id, version_id, trade_hash, lot_hash, result, reasons, origin,
                  source_hash, asked_at, prices_at, findings)
                select case_id, version_id, trade_hash, lot_hash, 'STALE', '{moved}', origin, source_hash, asked_at,
                  prices_at, findings from driftgate.release_check""").update();

        assertRefused("The release check that the orders were prepared on does not stand any more.");
    }

    @Test
    void findsAStop() {
        sending.stop(new PersonId("trader"), "prices look wrong");

        assertThat(claim()).first().asString().startsWith("Sending is stopped by trader");
        assertThat(given.count("attempt")).isZero();
    }

    private void assertRefused(String objection) {
        assertThat(claim()).contains(objection);
        assertThat(given.count("attempt")).isZero();
        assertThat(given.count("submission_refusal")).isEqualTo(1);
    }

    private List<String> claim() {
        return claims.claim(about, approval, check, written);
    }
}
