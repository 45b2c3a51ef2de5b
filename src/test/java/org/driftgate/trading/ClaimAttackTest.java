package org.driftgate.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.driftgate.testing.PortfolioFixtures.household;

import java.util.List;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders and claims written past the application: each has to prove that it lies inside what a person approved. */
@FeatureTest
@Import(TradingConfiguration.class)
class ClaimAttackTest {

    private static final String TEN = "'2026-11-20T15:00Z'";
    private static final String TAKE_BACK =
            "insert into driftgate.revocation select id, 'reviewer', 'wrong', now() from driftgate.verdict";

    private final TradingFixture given;
    private final SubmitOrders submit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TestClock clock;

    ClaimAttackTest(
            TradingFixture given,
            SubmitOrders submit,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            TestClock clock) {
        this.given = given;
        this.submit = submit;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void clear() {
        given.reset();
    }

    @Test
    void letsTheProperWayPass() {
        given.approved();

        assertThatCode(() -> transaction.executeWithoutResult(status -> {
                    plan("line", "1");
                    lot("10000001-SPY", 10);
                    claim(10, TEN, "2026-11-20");
                }))
                .doesNotThrowAnyException();
        assertThat(given.count("attempt")).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "account_id      | '10000002'        | is not line 1",
                "side            | 'BUY'             | is not line 1",
                "symbol          | 'AGG'             | is not line 1",
                "quantity        | 11                | is not line 1",
                "limit_price     | 97                | is not line 1",
                "discretionary   | false             | does not have the custodian and discretion",
                "custodian       | 'elsewhere'       | does not have the custodian and discretion",
                "lot_hash        | repeat('ab', 32)  | does not have the lots in force",
                "trade_hash      | repeat('ab', 32)  | foreign key",
                "recommended_by  | 'advisor02'       | does not name who recommended",
                "placed_by       | 'trader'          | does not name who recommended",
            })
    void refusesAnOrderThatIsNotWhatWasApproved(String column, String value, String message) {
        given.approved();

        assertRefused(() -> plan(column, value), message);
        assertThat(given.count("order_intent")).isZero();
    }

    @Test
    void refusesLotsThatNobodyApproved() {
        given.approved();

        assertRefused(() -> plan("line", "1"), "the lots of order .* do not add up");
        assertRefused(
                () -> transaction.executeWithoutResult(status -> {
                    plan("line", "1");
                    lot("10000001-AGG", 10);
                }),
                "lot 10000001-AGG is not approved");
    }

    @ParameterizedTest(name = "{0} shares at {1} on {2}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "11 | '2026-11-20T15:00Z'      | 2026-11-20 | is approved for 10",
                "9  | '2026-11-20T15:00Z'      | 2026-11-20 | is approved for 10",
                "10 | '2026-11-20T13:09:59Z'   | 2026-11-20 | may still be taken back",
                "10 | '2026-11-21T15:00Z'      | 2026-11-21 | has expired",
                "10 | '2026-11-20T15:00Z'      | 2026-11-19 | is approved for 2026-11-20",
            })
    void refusesAClaimOutsideTheEnvelope(int shares, String at, String day, String message) {
        given.approved();

        assertRefused(
                () -> transaction.executeWithoutResult(status -> {
                    plan("line", "1");
                    lot("10000001-SPY", 10);
                    claim(shares, at, day);
                }),
                message);
        assertThat(given.count("attempt")).isZero();
    }

    @ParameterizedTest(name = "of line {0}: {1} shares at {2} on {3}: {4}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 | 9        | claimed_at                    | claimed_on | is approved for 10",
                "3 | 4        | claimed_at                    | claimed_on | is approved for 3",
                "1 | quantity | '2026-11-20T13:09:59Z'        | claimed_on | may still be taken back",
                "3 | quantity | '2026-11-21T15:00Z'           | claimed_on | has expired",
                "3 | quantity | claimed_at                    | '2026-11-19'::date | is approved for 2026-11-20",
                "3 | quantity | '2026-11-20T15:15:01Z'        | claimed_on | more than 15 minutes ago",
            })
    void refusesAllClaimsOfAStatementForOne(int line, String shares, String at, String day, String message) {
        given.approved();
        String claims = """
                insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on, claimed_by,
                  release_check)
                select id, 1, id, case line when %1$d then %2$s else quantity end,
                  case line when %1$d then %3$s else claimed_at end, case line when %1$d then %4$s else claimed_on end,
                  'attack', release_check from driftgate.order_intent, (select timestamptz '2026-11-20T15:00Z' as claimed_at,
                    date '2026-11-20' as claimed_on, max(id) as release_check from driftgate.release_check) c""";

        assertRefused(
                () -> planned(
                        () -> jdbc.sql(claims.formatted(line, shares, at, day)).update()),
                message);
        assertThat(given.count("attempt")).isZero();
        planned(() ->
                jdbc.sql(claims.formatted(0, "0", "claimed_at", "claimed_on")).update());
        assertThat(given.count("attempt")).isEqualTo(2);
    }

    /** Whichever of the two rows the database writes first. */
    @Test
    void refusesToTakeBackAndToClaimInOneStatement() {
        given.approved();
        String claim = """
                insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on, claimed_by,
                  release_check)
                select id, 1, id, quantity, %s, '2026-11-20', 'attack', (select max(id) from driftgate.release_check)
                from driftgate.order_intent returning 1""".formatted(TEN);
        String takeBack = TAKE_BACK + " returning 1";

        for (String attack : List.of(
                "with a as (%s), b as (%s) select (select count(*) from a) + (select count(*) from b)",
                "with b as (%2$s), a as (%1$s) select (select count(*) from b) + (select count(*) from a)"))
            assertRefused(
                    () -> planned(() -> jdbc.sql(attack.formatted(claim, takeBack))
                            .query(Long.class)
                            .single()),
                    "(does not stand|can no longer be taken back)");
        assertThat(given.count("attempt") + given.count("revocation")).isZero();
    }

    @Test
    void refusesABuyThatTheCashOfTheAccountDoesNotCover() {
        given.approved();

        assertRefused(
                () -> transaction.executeWithoutResult(status -> {
                    plan("line", "2");
                    claim(9, TEN, "2026-11-20");
                }),
                "below its approved minimum cash");
        assertThat(given.count("attempt")).isZero();
    }

    @Test
    void refusesToTakeBackWhatIsClaimedAndToClaimWhatIsTakenBack() {
        CaseId about = given.approved();
        submit.forCase(about);
        assertRefused(this::takeBack, "can no longer be taken back");

        given.reset();
        given.approved();
        takeBack();
        assertRefused(() -> plan("line", "1"), "does not stand");
        assertThat(given.count("attempt")).isZero();
    }

    @Test
    void sendsNothingWhileTheApprovalMayBeTakenBack() {
        clock.moveTo("2026-11-20T09:50");
        CaseId about = given.proposed(household("H1", "60/40", TradingFixture.accounts()), TradingFixture.trades());
        given.approve(about);
        clock.moveTo("2026-11-20T09:54");

        assertThat(submit.forCase(about)).isEqualTo(SubmitOrders.Outcome.NOT_RELEASED);
        assertThat(given.count("attempt")).isZero();

        clock.moveTo("2026-11-20T09:55");
        given.priceNow();
        submit.forCase(about);
        assertThat(given.count("attempt")).isEqualTo(2);
    }

    private void takeBack() {
        jdbc.sql(TAKE_BACK).update();
    }

    /** After lines 1 and 3 are planned and looked at, in one transaction. */
    private void planned(Runnable claim) {
        transaction.executeWithoutResult(status -> {
            plan("line", "1");
            lot("10000001-SPY", 10);
            plan("line", "3");
            lookedAt(TEN);
            claim.run();
        });
    }

    /** A right order of a line, but for one column. */
    private void plan(String column, String value) {
        String line = column.equals("line") ? value : "1";
        String columns =
                "case_id, verdict_id, version_id, trade_hash, decision, lot_hash, snapshot_id, line, account_id,"
                        + " side, symbol, quantity, limit_price, custodian, discretionary, recommended_by, placed_by";
        jdbc.sql("""
                insert into driftgate.order_intent (id, %s, planned_at)
                select gen_random_uuid(), %s, %s from (
                  select v.case_id, d.id as verdict_id, v.id as version_id, v.trade_hash, d.decision, v.lot_hash,
                    v.snapshot_id, l.line, l.account_id, l.side, l.symbol, l.quantity, l.limit_price,
                    lower(a.custodian) as custodian, a.discretionary, 'advisor01' as recommended_by,
                    d.decided_by as placed_by
                  from driftgate.verdict d join driftgate.proposal_version v on v.id = d.version_id
                  join driftgate.proposal_line l on l.version_id = v.id and l.line = %s
                  join driftgate.snapshot_account a on a.snapshot_id = v.snapshot_id and a.account_id = l.account_id) o""".formatted(columns, columns.replaceFirst("\\b" + column + "\\b", value), TEN, line))
                .update();
    }

    private void lot(String lot, int shares) {
        jdbc.sql("insert into driftgate.order_lot select id, 1, :lot, :shares from driftgate.order_intent")
                .param("lot", lot)
                .param("shares", shares)
                .update();
    }

    private void claim(int shares, String at, String day) {
        lookedAt(at);
        jdbc.sql("""
                insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on, claimed_by,
                  release_check)
                select id, 1, id, :shares, %s, cast(:day as date), 'attack', (select max(id) from driftgate.release_check)
                from driftgate.order_intent""".formatted(at)).param("shares", shares).param("day", day).update();
    }

    /** A release check that found everything in order, so that only the envelope is in the way. */
    private void lookedAt(String at) {
        jdbc.sql("""
                insert into driftgate.release_check (case_id, version_id, trade_hash, lot_hash, result, reasons, origin,
                  source_hash, asked_at, prices_at, findings)
                select case_id, version_id, trade_hash, lot_hash, 'READY', '{}', 'attack', repeat('ab', 32), %1$s, %1$s,
                  '{}' from driftgate.order_intent""".formatted(at)).update();
    }

    private static void assertRefused(Runnable attack, String message) {
        assertThatThrownBy(attack::run).rootCause().hasMessageMatching("(?s).*" + message + ".*");
    }
}
