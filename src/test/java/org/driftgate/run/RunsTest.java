package org.driftgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.audit.RecordedEntry;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FeatureTest
class RunsTest {

    private static final SnapshotId SNAPSHOT = SnapshotId.random();
    private static final RunRequest EVERYBODY =
            new RunRequest(RunSource.SCHEDULE, new PersonId("driftgate"), "daily run", List.of());

    private final Runs runs;
    private final Cases cases;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RunsTest(Runs runs, Cases cases, AuditLog audit, JdbcClient jdbc, TransactionTemplate transaction) {
        this.runs = runs;
        this.cases = cases;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void opensRunsUnderTheNextFreeNumberOfTheDay() {
        var request = new RunRequest(
                RunSource.TRADER, new PersonId("trader"), "client called", List.of(new HouseholdId("H000042")));

        assertThat(runs.open(EVERYBODY)).isEqualTo(new RunId("R20261120-1"));
        RunId second = runs.open(request);

        assertThat(second).isEqualTo(new RunId("R20261120-2"));
        assertThat(runs.find(second).request()).isEqualTo(request);
        assertThat(runs.find(second).state()).isEqualTo(RunState.COLLECTING);
        assertThat(runs.newest()).map(Run::id).contains(second);
        assertThat(audit.ofRun(second)).singleElement().satisfies(recorded -> {
            assertThat(recorded.entry().event()).isEqualTo(AuditEvent.RUN_STARTED);
            assertThat(recorded.entry().actor()).isEqualTo(new PersonId("trader"));
        });
    }

    @Test
    void givesConcurrentRunsDifferentIds() throws Exception {
        Callable<RunId> open = () -> runs.open(EVERYBODY);
        var pool = Executors.newFixedThreadPool(4);
        try {
            var opened = new java.util.HashSet<RunId>();
            for (var result : pool.invokeAll(List.of(open, open, open, open))) opened.add(result.get());
            assertThat(opened).hasSize(4);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void sortsEveryHouseholdIntoOneBucketAndOpensACaseForThoseOutside() {
        RunId run = runs.open(EVERYBODY);
        List<HouseholdOutcome> outcomes = List.of(
                outcome("H2", Bucket.OUT_OF_BAND),
                outcome("H1", Bucket.OUT_OF_BAND),
                outcome("H3", Bucket.WITHIN_BAND),
                outcome("H4", Bucket.SET_ASIDE),
                outcome("H5", Bucket.NO_TARGET),
                outcome("H6", Bucket.UNABLE_TO_CHECK));

        runs.sort(run, SNAPSHOT, outcomes);
        runs.sort(run, SNAPSHOT, outcomes);

        assertThat(runs.outcomes(run)).containsExactlyInAnyOrderElementsOf(outcomes);
        assertThat(runs.find(run).counts())
                .isEqualTo(Map.of(
                        Bucket.OUT_OF_BAND,
                        2,
                        Bucket.WITHIN_BAND,
                        1,
                        Bucket.SET_ASIDE,
                        1,
                        Bucket.NO_TARGET,
                        1,
                        Bucket.UNABLE_TO_CHECK,
                        1));
        assertThat(runs.find(run).state()).isEqualTo(RunState.REVIEWING);
        assertThat(cases.search(run, CaseState.OPENED))
                .extracting(RebalancingCase::id)
                .containsExactly(new CaseId(run + ".H1"), new CaseId(run + ".H2"));
        assertThat(audit.ofRun(run))
                .filteredOn(recorded -> recorded.entry().event() == AuditEvent.HOUSEHOLD_SET_ASIDE)
                .hasSize(3);
        assertThat(audit.ofCase(new CaseId(run + ".H1")))
                .extracting(recorded -> recorded.entry().event())
                .containsExactly(AuditEvent.CASE_OPENED);
    }

    @Test
    void keepsAHouseholdWithAnOpenCaseInItsEarlierRun() {
        RunId first = sorted(outcome("H1", Bucket.OUT_OF_BAND));
        RunId second = sorted(outcome("H1", Bucket.OUT_OF_BAND), outcome("H2", Bucket.OUT_OF_BAND));

        assertThat(runs.find(second).counts()).isEqualTo(Map.of(Bucket.ALREADY_OPEN, 1, Bucket.OUT_OF_BAND, 1));
        assertThat(cases.search(null, null))
                .extracting(RebalancingCase::id)
                .containsExactlyInAnyOrder(new CaseId(first + ".H1"), new CaseId(second + ".H2"));

        cases.moveTo(new CaseId(first + ".H1"), CaseState.NOTIFIED, null);
        RunId third = sorted(outcome("H1", Bucket.OUT_OF_BAND));
        assertThat(cases.find(new CaseId(third + ".H1"))).isPresent();
    }

    @Test
    void refusesAHouseholdThatIsSortedTwice() {
        assertThatThrownBy(() -> sorted(outcome("H1", Bucket.OUT_OF_BAND), outcome("H1", Bucket.WITHIN_BAND)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("household H1 appears twice");
    }

    @Test
    void marksEachCaseStartedOnce() {
        RunId run = sorted(outcome("H1", Bucket.OUT_OF_BAND), outcome("H2", Bucket.OUT_OF_BAND));
        var first = new CaseId(run + ".H1");

        assertThat(runs.notStarted(run, 1)).containsExactly(first);
        assertThat(runs.markStarted(first)).isTrue();
        assertThat(runs.markStarted(first)).isFalse();
        assertThat(runs.notStarted(run, 10)).containsExactly(new CaseId(run + ".H2"));
    }

    @Test
    void closesACaseOnceAndForAll() {
        RunId run = sorted(outcome("H1", Bucket.OUT_OF_BAND));
        var about = new CaseId(run + ".H1");

        cases.moveTo(about, CaseState.IN_REVIEW, null);
        assertThat(runs.everyCaseIsClosed(run)).isFalse();
        cases.moveTo(about, CaseState.DECLINED, "client is buying a house");
        cases.moveTo(about, CaseState.DECLINED, "client is buying a house");

        assertThat(runs.everyCaseIsClosed(run)).isTrue();
        assertThat(cases.get(about).stateReason()).isEqualTo("client is buying a house");
        assertThat(cases.get(about).closedAt()).isNotNull();
        assertThat(audit.ofCase(about))
                .extracting(recorded -> recorded.entry().event())
                .containsExactly(AuditEvent.CASE_OPENED, AuditEvent.CASE_CLOSED);
        assertThat(jdbc.sql("select state from driftgate.case_completion")
                        .query(String.class)
                        .list())
                .containsExactly("DECLINED");
        assertThatThrownBy(() -> cases.moveTo(about, CaseState.IN_REVIEW, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed (DECLINED)");
        assertThatThrownBy(() -> jdbc.sql("update driftgate.rebalancing_case set state = 'IN_REVIEW', closed_at = null")
                        .update())
                .hasMessageContaining("never changes again");
    }

    @Test
    void pointsACaseToItsNewestSnapshot() {
        RunId run = sorted(outcome("H1", Bucket.OUT_OF_BAND));
        var newer = SnapshotId.random();

        cases.useSnapshot(new CaseId(run + ".H1"), newer);

        assertThat(cases.get(new CaseId(run + ".H1")).snapshot()).isEqualTo(newer);
    }

    @Test
    void finishesWithItsCountsInTheRecord() {
        RunId run = sorted(outcome("H1", Bucket.OUT_OF_BAND), outcome("H3", Bucket.WITHIN_BAND));

        runs.finish(run);
        runs.finish(run);

        assertThat(runs.find(run).state()).isEqualTo(RunState.FINISHED);
        assertThat(runs.find(run).finishedAt()).isNotNull();
        RecordedEntry last = last(audit.ofRun(run));
        assertThat(last.entry().event()).isEqualTo(AuditEvent.RUN_FINISHED);
        assertThat(last.entry().facts().get("counts")).isEqualTo(Map.of("OUT_OF_BAND", 1, "WITHIN_BAND", 1));
        assertThat(last.entry().facts().get("openCases")).isEqualTo(1);
    }

    @Test
    void abortsOnlyBeforeThereAreCases() {
        RunId aborted = runs.open(EVERYBODY);
        runs.abort(aborted, "the source answered a short page");
        runs.abort(aborted, "again");
        RunId reviewing = sorted(outcome("H1", Bucket.OUT_OF_BAND));

        assertThat(runs.find(aborted).state()).isEqualTo(RunState.ABORTED);
        assertThat(runs.find(aborted).abortReason()).isEqualTo("the source answered a short page");
        assertThat(last(audit.ofRun(aborted)).entry().event()).isEqualTo(AuditEvent.RUN_ABORTED);
        assertThatThrownBy(() -> runs.abort(reviewing, "too late")).hasMessageContaining("cannot be aborted");
        assertThatThrownBy(() -> runs.sort(aborted, SNAPSHOT, List.of())).hasMessageContaining("cannot be sorted");
    }

    @Test
    void losesASortingWithItsTransaction() {
        RunId run = runs.open(EVERYBODY);

        transaction.executeWithoutResult(status -> {
            runs.sort(run, SNAPSHOT, List.of(outcome("H1", Bucket.OUT_OF_BAND)));
            status.setRollbackOnly();
        });

        assertThat(runs.outcomes(run)).isEmpty();
        assertThat(cases.search(run, null)).isEmpty();
    }

    @Test
    void keepsBucketsAndCompletionsFromTheApplication() {
        sorted(outcome("H1", Bucket.OUT_OF_BAND));

        for (String attack : List.of(
                "update driftgate.run_household set bucket = 'WITHIN_BAND'",
                "delete from driftgate.run_household",
                "delete from driftgate.rebalancing_case",
                "update driftgate.case_completion set state = 'NOTIFIED'",
                "delete from driftgate.case_started",
                "truncate driftgate.run_household"))
            assertThatThrownBy(() -> jdbc.sql(attack).update())
                    .as(attack)
                    .isInstanceOf(DataAccessException.class)
                    .rootCause()
                    .hasMessageContaining("permission denied");
    }

    @Test
    void namesWhatIsNotThere() {
        assertThatThrownBy(() -> runs.find(new RunId("R20261120-9"))).hasMessage("there is no run R20261120-9");
        assertThatThrownBy(() -> cases.get(new CaseId("R20261120-9.H1"))).hasMessage("there is no case R20261120-9.H1");
    }

    private RunId sorted(HouseholdOutcome... outcomes) {
        RunId run = runs.open(EVERYBODY);
        runs.sort(run, SNAPSHOT, List.of(outcomes));
        return run;
    }

    private static HouseholdOutcome outcome(String household, Bucket bucket) {
        return new HouseholdOutcome(
                new HouseholdId(household),
                "Household " + household,
                new AdviserId("advisor01"),
                bucket,
                "because of " + bucket,
                bucket == Bucket.UNABLE_TO_CHECK ? null : new BigDecimal("6.20"));
    }

    private static RecordedEntry last(List<RecordedEntry> entries) {
        return entries.get(entries.size() - 1);
    }
}
