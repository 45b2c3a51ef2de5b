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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders and claims written past the application: each has to prove that it lies inside what a person approved. */
@FeatureTest
@Import(TradingConfiguration.class)
class ClaimAttackTest {

    private static final String TEN = ClaimBySql.TEN;

    private final TradingFixture given;
    private final SubmitOrders submit;
    private final JdbcClient jdbc;
    private final ClaimBySql sql;
    private final TransactionTemplate transaction;
    private final PlatformTransactionManager transactions;
    private final TestClock clock;

    ClaimAttackTest(
            TradingFixture given,
            SubmitOrders submit,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            PlatformTransactionManager transactions,
            TestClock clock) {
        this.given = given;
        this.submit = submit;
        this.jdbc = jdbc;
        this.sql = new ClaimBySql(jdbc);
        this.transaction = transaction;
        this.transactions = transactions;
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
                    sql.plan("line", "1");
                    sql.lot("10000001-SPY", 10);
                    sql.claim(10, TEN, "2026-11-20");
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

        assertRefused(() -> sql.plan(column, value), message);
        assertThat(given.count("order_intent")).isZero();
    }

    @Test
    void refusesLotsThatNobodyApproved() {
        given.approved();

        assertRefused(() -> sql.plan("line", "1"), "the lots of order .* do not add up");
        assertRefused(
                () -> transaction.executeWithoutResult(status -> {
                    sql.plan("line", "1");
                    sql.lot("10000001-AGG", 10);
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
                    sql.plan("line", "1");
                    sql.lot("10000001-SPY", 10);
                    sql.claim(shares, at, day);
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
        String claim = ClaimBySql.CLAIM_ALL + " returning 1";
        String takeBack = ClaimBySql.TAKE_BACK + " returning 1";

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

    /** Its snapshot is older than the lock that it waits for, so it would not see that the approval was taken back. */
    @ParameterizedTest
    @ValueSource(ints = {TransactionDefinition.ISOLATION_REPEATABLE_READ, TransactionDefinition.ISOLATION_SERIALIZABLE})
    void refusesAClaimThatLooksAtThePast(int isolation) {
        given.approved();
        planned(() -> {});
        var past = new TransactionTemplate(transactions);
        past.setIsolationLevel(isolation);
        var apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        assertRefused(
                () -> past.executeWithoutResult(status -> {
                    given.count("revocation");
                    apart.executeWithoutResult(meanwhile -> sql.takeBack());
                    jdbc.sql(ClaimBySql.CLAIM_ALL).update();
                }),
                "older view");
        assertThat(given.count("revocation")).isEqualTo(1);
        assertThat(given.count("attempt")).isZero();
    }

    @Test
    void refusesABuyThatTheCashOfTheAccountDoesNotCover() {
        given.approved();

        assertRefused(
                () -> transaction.executeWithoutResult(status -> {
                    sql.plan("line", "2");
                    sql.claim(9, TEN, "2026-11-20");
                }),
                "below its approved minimum cash");
        assertThat(given.count("attempt")).isZero();
    }

    @Test
    void refusesToTakeBackWhatIsClaimedAndToClaimWhatIsTakenBack() {
        CaseId about = given.approved();
        submit.forCase(about);
        assertRefused(sql::takeBack, "can no longer be taken back");

        given.reset();
        given.approved();
        sql.takeBack();
        assertRefused(() -> sql.plan("line", "1"), "does not stand");
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

    /** After lines 1 and 3 are planned and looked at, in one transaction. */
    private void planned(Runnable claim) {
        transaction.executeWithoutResult(status -> {
            sql.plan("line", "1");
            sql.lot("10000001-SPY", 10);
            sql.plan("line", "3");
            sql.lookedAt(TEN);
            claim.run();
        });
    }

    private static void assertRefused(Runnable attack, String message) {
        assertThatThrownBy(attack::run).rootCause().hasMessageMatching("(?s).*" + message + ".*");
    }
}
