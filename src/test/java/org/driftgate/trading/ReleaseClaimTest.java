package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.with;

import java.util.List;
import org.driftgate.household.Restriction;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.CustodianFake;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.driftgate.trading.ReleaseCheck.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** what was found before a release is part of the claim, so nothing is sent on less than the newest look. */
@FeatureTest
@Import(TradingConfiguration.class)
class ReleaseClaimTest {

    private final TradingFixture given;
    private final ReleaseOrders release;
    private final SubmitOrders submit;
    private final CustodianFake custodian;
    private final TestClock clock;
    private final JdbcClient jdbc;

    ReleaseClaimTest(
            TradingFixture given,
            ReleaseOrders release,
            SubmitOrders submit,
            CustodianFake custodian,
            TestClock clock,
            JdbcClient jdbc) {
        this.given = given;
        this.release = release;
        this.submit = submit;
        this.custodian = custodian;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void reset() {
        given.reset();
    }

    @Test
    void namesTheCheckThatItRestsOn() {
        CaseId about = given.approved();
        release.recheck(about);

        submit.forCase(about);

        assertThat(jdbc.sql("""
                select c.result || ' ' || (c.trade_hash = i.trade_hash and c.lot_hash = i.lot_hash)
                from driftgate.attempt a join driftgate.order_intent i on i.id = a.intent_id
                join driftgate.release_check c on c.id = a.release_check""").query(String.class).list()).containsExactly("READY true", "READY true");
        assertThat(given.count("release_check")).isEqualTo(1);
    }

    @Test
    void stopsForARestrictionThatCameAfterTheRecheck() {
        CaseId about = given.approved();
        assertThat(release.recheck(about).verdict()).isEqualTo(Verdict.READY);
        clock.moveTo("2026-11-20T09:52");
        var restriction = new Restriction(null, new Symbol("BND"), Restriction.Kind.NO_BUY, "the client asked for it");
        given.sourceNowSays(book(with(TradingFixture.calder(), restriction)));

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.NOT_RELEASED);

        assertThat(custodian.ledger()).isEmpty();
        assertThat(given.count("attempt")).isZero();
        assertThat(release.recheck(about).reasons())
                .containsExactly("A restriction is new: NO_BUY of BND in every account, the client asked for it.");
    }

    @Test
    void looksAgainWhenTheLastLookIsOlderThanAMinute() {
        CaseId about = given.approved();
        release.recheck(about);
        clock.moveTo("2026-11-20T09:52");
        given.priceNow();

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.ACCEPTED);

        assertThat(given.count("release_check")).isEqualTo(2);
        assertThat(jdbc.sql("select count(distinct release_check) from driftgate.attempt")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void schemaRefusesAClaimWithoutAStandingCheck() {
        CaseId about = given.approved();
        submit.forCase(about);
        String claim = """
                insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on, claimed_by,
                  release_check)
                select i.id, 1, gen_random_uuid(), i.quantity, timestamptz '2026-11-20T14:51Z' + interval '%s', '2026-11-20',
                  'x', %s from driftgate.order_intent i where i.line = 2""";

        for (String check : List.of("null", "999"))
            assertThatThrownBy(() -> jdbc.sql(claim.formatted("0", check)).update())
                    .rootCause()
                    .hasMessageContaining("was not found ready");
        String newest = "(select max(id) from driftgate.release_check)";
        assertThatThrownBy(() -> jdbc.sql(claim.formatted("15 minutes", newest)).update())
                .rootCause()
                .hasMessageContaining("more than 15 minutes ago");
        jdbc.sql("""
                insert into driftgate.release_check (case_id, version_id, trade_hash, lot_hash, result, reasons, origin,
                  source_hash, asked_at, prices_at, findings)
                select case_id, version_id, trade_hash, lot_hash, 'STALE', '{moved}', origin, source_hash, asked_at,
                  prices_at, findings from driftgate.release_check""").update();
        assertThatThrownBy(() -> jdbc.sql(claim.formatted("0", newest)).update())
                .rootCause()
                .hasMessageContaining("was not found ready");
        assertThatThrownBy(() -> jdbc.sql(claim.formatted("0", "(select min(id) from driftgate.release_check)"))
                        .update())
                .rootCause()
                .hasMessageContaining("found stale later");
        assertThat(given.count("attempt")).isEqualTo(2);
    }

    @Test
    void keepsItsChecksForever() {
        release.recheck(given.approved());

        for (String attack : List.of(
                "update driftgate.release_check set result = 'READY', reasons = '{}'",
                "delete from driftgate.release_check",
                "update driftgate.attempt set release_check = null"))
            assertThatThrownBy(() -> jdbc.sql(attack).update()).as(attack).isInstanceOf(DataAccessException.class);
    }

    @Test
    void recordsTheApprovedAndTheClaimedQuantity() {
        CaseId about = given.approved();
        submit.forCase(about);

        assertThat(jdbc.sql("select facts ->> 'quantity' || ' of ' || (facts ->> 'approvedQuantity') from audit.entry"
                                + " where event = 'ORDER_CLAIMED' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("10 of 10", "3 of 3");
        assertThat(jdbc.sql("""
                select count(*) from driftgate.attempt a join driftgate.order_intent i on i.id = a.intent_id
                where a.quantity > i.quantity""").query(Integer.class).single()).isZero();
    }
}
