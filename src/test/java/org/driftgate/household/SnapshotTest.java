package org.driftgate.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.run.Bucket;
import org.driftgate.run.Cases;
import org.driftgate.run.HouseholdOutcome;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.run.Runs;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.GeneratedBook;
import org.driftgate.testing.PortfolioFixtures;
import org.driftgate.testing.PortfolioSourceStub;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FeatureTest
@Import(HouseholdConfiguration.class)
class SnapshotTest {

    private final CollectSnapshot collect;
    private final Snapshots snapshots;
    private final PortfolioSourceStub source;
    private final Runs runs;
    private final Cases cases;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SnapshotTest(
            CollectSnapshot collect,
            Snapshots snapshots,
            PortfolioSourceStub source,
            Runs runs,
            Cases cases,
            AuditLog audit,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.collect = collect;
        this.snapshots = snapshots;
        this.source = source;
        this.runs = runs;
        this.cases = cases;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
        source.asked().clear();
    }

    @Test
    void givesBackExactlyWhatWasCollected() {
        Book book = GeneratedBook.of(20261120, 40, 3);
        source.answer(book);

        SnapshotId snapshot = collected(collect.forRun(run()));

        assertThat(snapshots.whole(snapshot)).isEqualTo(book);
        for (Household household : book.households())
            assertThat(snapshots.household(snapshot, household.id())).isEqualTo(household);
        assertThat(snapshots.market(snapshot).households()).isEmpty();
        assertThat(snapshots.market(snapshot).securities()).isEqualTo(book.securities());
        assertThat(snapshots.sourceHash(snapshot)).isEqualTo(PortfolioSourceStub.HASH);
    }

    @Test
    void keepsALargeBookInSecondsAndReadsOneHouseholdAtOnce() {
        Book book = GeneratedBook.of(7, 300, 26);
        source.answer(book);
        RunId run = run();

        long before = System.nanoTime();
        SnapshotId snapshot = collected(collect.forRun(run));
        Duration writing = Duration.ofNanos(System.nanoTime() - before);
        before = System.nanoTime();
        Book whole = snapshots.whole(snapshot);
        Duration reading = Duration.ofNanos(System.nanoTime() - before);

        long lots = jdbc.sql("select count(*) from driftgate.snapshot_lot")
                .query(Long.class)
                .single();
        System.getLogger("measured")
                .log(System.Logger.Level.INFO, "{0} lots: written {1}, read {2}", lots, writing, reading);
        assertThat(lots).isGreaterThan(70_000);
        assertThat(whole.households()).hasSize(300);
        assertThat(writing).isLessThan(Duration.ofSeconds(15));
        assertThat(reading).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void collectsOnceForARun() {
        source.answer(book(household("H1", "60/40", "100", "SPY", "10")));
        RunId run = run();

        var first = collect.forRun(run);
        var second = collect.forRun(run);

        assertThat(second).isEqualTo(first);
        assertThat(source.asked()).hasSize(1);
        assertThat(audit.ofRun(run))
                .extracting(recorded -> recorded.entry().event())
                .containsExactly(AuditEvent.RUN_STARTED, AuditEvent.SNAPSHOT_COLLECTED);
    }

    @Test
    void asksForTheHouseholdsOfTheRun() {
        source.answer(book(household("H1", "60/40", "100")));

        collected(collect.forRun(run("H1")));

        assertThat(source.asked()).containsExactly(List.of(new HouseholdId("H1")));
    }

    @Test
    void keepsNothingOfAnIncompleteAnswer() {
        source.answerIncompletely("page 3 of 7 holds 12 of 50 accounts");
        RunId run = run();

        assertThat(collect.forRun(run))
                .isEqualTo(new CollectSnapshot.Outcome.Incomplete(List.of("page 3 of 7 holds 12 of 50 accounts")));

        assertThat(snapshots.ofRun(run)).isEmpty();
        var last = audit.ofRun(run).get(1).entry();
        assertThat(last.event()).isEqualTo(AuditEvent.SNAPSHOT_REJECTED);
        assertThat(last.facts().get("problems")).isEqualTo(List.of("page 3 of 7 holds 12 of 50 accounts"));
    }

    @Test
    void takesAMissingOrRepeatedHouseholdForIncomplete() {
        Household one = household("H1", "60/40", "100");
        source.answer(book(one, one));

        assertThat(collect.forRun(run("H1", "H2")))
                .isEqualTo(new CollectSnapshot.Outcome.Incomplete(List.of(
                        "household H1 was reported twice",
                        "household H2 was not reported",
                        "account H1-A1 was reported 2 times")));
    }

    @Test
    void losesASnapshotWithItsTransaction() {
        source.answer(book(household("H1", "60/40", "100")));
        RunId run = run();

        transaction.executeWithoutResult(status -> {
            collect.forRun(run);
            status.setRollbackOnly();
        });

        assertThat(snapshots.ofRun(run)).isEmpty();
        assertThat(jdbc.sql("select count(*) from driftgate.snapshot_household")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void pointsACaseToItsNewerSnapshot() {
        source.answer(book(household("H1", "60/40", "100", "SPY", "10")));
        CaseId about = openCase();
        Household later = household("H1", "60/40", "100", "SPY", "12");
        source.answer(book(later));

        SnapshotId newer = collected(collect.forCase(about));

        assertThat(cases.get(about).snapshot()).isEqualTo(newer);
        assertThat(snapshots.household(newer, about.household())).isEqualTo(later);
        assertThat(audit.ofCase(about)).last().satisfies(recorded -> {
            assertThat(recorded.entry().event()).isEqualTo(AuditEvent.SNAPSHOT_COLLECTED);
            assertThat(recorded.entry().sourceHash()).isEqualTo(PortfolioSourceStub.HASH);
        });
    }

    @Test
    void leavesACaseWhereItIsWhenItsHouseholdIsFlagged() {
        source.answer(book(household("H1", "60/40", "100", "SPY", "10")));
        CaseId about = openCase();
        SnapshotId before = cases.get(about).snapshot();
        source.answer(book(PortfolioFixtures.unreconciled(household("H1", "60/40", "100"), "transfer under way")));

        assertThat(collect.forCase(about))
                .isEqualTo(new CollectSnapshot.Outcome.Incomplete(
                        List.of("Household H1: the source says: transfer under way")));
        assertThat(cases.get(about).snapshot()).isEqualTo(before);
    }

    @Test
    void keepsEverySnapshotTableFromTheApplication() {
        source.answer(GeneratedBook.of(1, 2, 1));
        collected(collect.forRun(run()));
        List<String> tables = jdbc.sql("select tablename from pg_tables where tablename like 'snapshot%'")
                .query(String.class)
                .list();

        assertThat(tables).hasSize(15);
        for (String table : tables)
            for (String attack : List.of("update %s set snapshot_id = null", "delete from %s", "truncate %s"))
                assertThatThrownBy(() -> jdbc.sql(attack.formatted("driftgate." + table)
                                        .replace("snapshot set snapshot_id", "snapshot set id"))
                                .update())
                        .as(attack + " " + table)
                        .isInstanceOf(DataAccessException.class)
                        .rootCause()
                        .hasMessageContaining("permission denied");
    }

    private CaseId openCase() {
        RunId run = run();
        SnapshotId snapshot = collected(collect.forRun(run));
        Household household = snapshots.whole(snapshot).households().get(0);
        runs.sort(
                run,
                snapshot,
                List.of(new HouseholdOutcome(
                        household.id(), household.name(), household.adviser(), Bucket.OUT_OF_BAND, "test", null)));
        assertThat(runs.find(run).counts()).isEqualTo(Map.of(Bucket.OUT_OF_BAND, 1));
        return CaseId.of(run, household.id());
    }

    private RunId run(String... households) {
        List<HouseholdId> scope =
                java.util.Arrays.stream(households).map(HouseholdId::new).toList();
        return runs.open(new RunRequest(RunSource.TRADER, new PersonId("trader"), "test", scope));
    }

    private static SnapshotId collected(CollectSnapshot.Outcome outcome) {
        assertThat(outcome).isInstanceOf(CollectSnapshot.Outcome.Collected.class);
        return ((CollectSnapshot.Outcome.Collected) outcome).snapshot();
    }
}
