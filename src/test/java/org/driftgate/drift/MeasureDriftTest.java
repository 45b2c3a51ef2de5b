package org.driftgate.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.at;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.unreconciled;
import static org.driftgate.testing.PortfolioFixtures.withStatus;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Book;
import org.driftgate.household.CollectSnapshot;
import org.driftgate.household.Household;
import org.driftgate.household.HouseholdConfiguration;
import org.driftgate.household.ValidateSnapshot;
import org.driftgate.run.Bucket;
import org.driftgate.run.HouseholdOutcome;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.run.Runs;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.Weight;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.GeneratedBook;
import org.driftgate.testing.PortfolioSourceStub;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeatureTest
@EnableConfigurationProperties(DriftSettings.class)
@Import({
    HouseholdConfiguration.class,
    MeasureDrift.class,
    HouseholdSorting.class,
    FirmDrift.class,
    DriftLog.class,
    DriftRecord.class,
    ContributorJson.class
})
class MeasureDriftTest {

    private final MeasureDrift measure;
    private final DriftLog log;
    private final CollectSnapshot collect;
    private final ValidateSnapshot validate;
    private final PortfolioSourceStub source;
    private final Runs runs;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    MeasureDriftTest(
            MeasureDrift measure,
            DriftLog log,
            CollectSnapshot collect,
            ValidateSnapshot validate,
            PortfolioSourceStub source,
            Runs runs,
            AuditLog audit,
            JdbcClient jdbc) {
        this.measure = measure;
        this.log = log;
        this.collect = collect;
        this.validate = validate;
        this.source = source;
        this.runs = runs;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void putsEveryHouseholdIntoTheBucketThatFits() {
        RunId run = measured(firm());

        Map<String, HouseholdOutcome> outcomes = runs.outcomes(run).stream()
                .collect(Collectors.toMap(o -> o.household().value(), o -> o));
        assertThat(outcomes.get("OUT").bucket()).isEqualTo(Bucket.OUT_OF_BAND);
        assertThat(outcomes.get("OUT").reason()).startsWith("US Equity is 71.20 %, 6.20 points above");
        assertThat(outcomes.get("OUT").largestDriftPoints()).isEqualByComparingTo(new BigDecimal("6.20"));
        assertThat(outcomes.get("IN").bucket()).isEqualTo(Bucket.WITHIN_BAND);
        assertThat(outcomes.get("IN").reason()).startsWith("Every class is inside its band");
        assertThat(outcomes.get("NOMODEL").bucket()).isEqualTo(Bucket.NO_TARGET);
        assertThat(outcomes.get("NOMODEL").reason()).isEqualTo("no model is assigned");
        assertThat(outcomes.get("GONE").reason()).isEqualTo("its model 'gone' is not known");
        assertThat(outcomes.get("FLAGGED").bucket()).isEqualTo(Bucket.UNABLE_TO_CHECK);
        assertThat(outcomes.get("FLAGGED").reason()).contains("transfer under way");
        assertThat(outcomes.get("EMPTY").bucket()).isEqualTo(Bucket.UNABLE_TO_CHECK);
        assertThat(outcomes.get("BLOCKED").bucket()).isEqualTo(Bucket.SET_ASIDE);
        assertThat(outcomes.get("BLOCKED").reason())
                .isEqualTo("no account may trade: BLOCKED-A1 the account is frozen; BLOCKED-A2 held away");
        assertThat(runs.find(run).counts().values().stream().mapToInt(n -> n).sum())
                .isEqualTo(firm().households().size());
        assertThat(runs.notStarted(run, 10)).containsExactly(new CaseId(run + ".OUT"));
    }

    @Test
    void keepsEveryReportAsItWasMade() {
        Book firm = firm();
        RunId run = measured(firm);

        DriftReport report = log.of(new CaseId(run + ".OUT"));
        DriftReport inside = log.of(new CaseId(run + ".IN"));

        assertThat(report.outside()).isTrue();
        assertThat(report.classes()).extracting(c -> c.drift().inPercent()).containsExactly("6.20", "-6.20", "0.00");
        assertThat(report.classes().get(0).contributors())
                .containsExactly(
                        new DriftReport.Contributor(new org.driftgate.shared.Symbol("SPY"), Weight.percent("6.2")));
        assertThat(inside.outside()).isFalse();
        assertThat(jdbc.sql("select household_id from driftgate.drift_report where basis = 'ANY_CLASS' order by 1")
                        .query(String.class)
                        .list())
                .contains("OUT", "IN", "BLOCKED")
                .doesNotContain("FLAGGED", "NOMODEL", "EMPTY");
        assertThatThrownBy(() -> log.of(new CaseId(run + ".NOMODEL"))).hasMessageContaining("no drift report");
    }

    @Test
    void keepsWhatLiesBelowTheClassesOfEveryMeasuredHousehold() {
        RunId run = measured(firm());

        assertThat(log.of(new CaseId(run + ".OUT")).tiers())
                .extracting(tier -> "%s %s %s %s"
                        .formatted(tier.tier(), tier.name(), tier.drift().inPercent(), tier.outside()))
                .containsExactly("SECURITY AGG -6.20 true", "SECURITY SPY 6.20 true");
        assertThat(log.of(new CaseId(run + ".IN")).tiers())
                .extracting(tier -> tier.name() + " " + tier.value().amount() + " " + tier.outside())
                .containsExactly("AGG 38000.00 false", "SPY 62000.00 false");
        assertThat(log.of(new CaseId(run + ".BLOCKED")).tiers()).isNotEmpty();
        assertThat(jdbc.sql("select count(distinct household_id) from driftgate.drift_tier")
                        .query(Integer.class)
                        .single())
                .isEqualTo(jdbc.sql("select count(*) from driftgate.drift_report")
                        .query(Integer.class)
                        .single());
        assertThat(audit.ofCase(new CaseId(run + ".OUT")))
                .last()
                .satisfies(recorded -> assertThat(
                                (List<?>) recorded.entry().facts().get("outsideBelowClasses"))
                        .hasSize(2));
    }

    @Test
    void recordsEveryMeasuredCaseAndTheRun() {
        RunId run = measured(firm());

        assertThat(audit.ofCase(new CaseId(run + ".OUT"))).last().satisfies(recorded -> {
            assertThat(recorded.entry().event()).isEqualTo(AuditEvent.DRIFT_MEASURED);
            assertThat(recorded.entry().sourceHash()).isEqualTo(PortfolioSourceStub.HASH);
            assertThat(recorded.entry().facts().get("basis")).isEqualTo("ANY_CLASS");
        });
        assertThat(audit.ofRun(run)).last().satisfies(recorded -> {
            assertThat(recorded.entry().event()).isEqualTo(AuditEvent.DRIFT_MEASURED);
            assertThat((Map<?, ?>) recorded.entry().facts().get("buckets")).hasSize(5);
        });
    }

    @Test
    void changesNothingWhenRepeated() {
        RunId run = measured(firm());
        int entries = audit.ofRun(run).size();
        List<HouseholdOutcome> before = runs.outcomes(run);

        measure.ofRun(run);

        assertThat(runs.outcomes(run)).isEqualTo(before);
        assertThat(audit.ofRun(run)).hasSize(entries);
    }

    @Test
    void refusesToMeasureWithoutASnapshot() {
        RunId run = runs.open(new RunRequest(RunSource.SCHEDULE, new PersonId("driftgate"), "daily", List.of()));

        assertThatThrownBy(() -> measure.ofRun(run)).hasMessageContaining("has no snapshot to measure");
    }

    @Test
    void measuresThreeHundredHouseholdsInSeconds() {
        source.answer(GeneratedBook.of(300, 300, 26));
        RunId run = runs.open(new RunRequest(RunSource.SCHEDULE, new PersonId("driftgate"), "daily", List.of()));
        collect.forRun(run);
        assertThat(validate.ofRun(run)).isInstanceOf(ValidateSnapshot.Outcome.Usable.class);

        long before = System.nanoTime();
        measure.ofRun(run);
        Duration took = Duration.ofNanos(System.nanoTime() - before);

        System.getLogger("measured").log(System.Logger.Level.INFO, "drift of 300 households: {0}", took);
        assertThat(runs.outcomes(run)).hasSize(300);
        assertThat(runs.find(run).counts().get(Bucket.OUT_OF_BAND)).isPositive();
        assertThat(took).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void keepsReportsFromTheApplication() {
        measured(firm());

        for (String table : List.of("driftgate.drift_report", "driftgate.drift_class", "driftgate.drift_tier"))
            for (String attack : List.of("update %s set outside = false", "delete from %s", "truncate %s cascade"))
                assertThatThrownBy(() -> jdbc.sql(attack.formatted(table)).update())
                        .isInstanceOf(DataAccessException.class)
                        .rootCause()
                        .hasMessageContaining("permission denied");
    }

    private RunId measured(Book book) {
        source.answer(book);
        RunId run = runs.open(new RunRequest(RunSource.SCHEDULE, new PersonId("driftgate"), "daily", List.of()));
        collect.forRun(run);
        assertThat(validate.ofRun(run)).isInstanceOf(ValidateSnapshot.Outcome.Usable.class);
        measure.ofRun(run);
        return run;
    }

    private static Book firm() {
        var households = new ArrayList<Household>(List.of(
                household("OUT", "65/35", "0", "SPY", "712", "AGG", "288"),
                household("IN", "60/40", "0", "SPY", "620", "AGG", "380"),
                household("NOMODEL", null, "100", "SPY", "1"),
                household("GONE", "gone", "100", "SPY", "1"),
                unreconciled(household("FLAGGED", "60/40", "100", "SPY", "1"), "transfer under way"),
                household("EMPTY", "60/40", "0"),
                household(
                        "BLOCKED",
                        "60/40",
                        withStatus(account("BLOCKED-A1", "0", "SPY", "1"), AccountStatus.FROZEN),
                        at(account("BLOCKED-A2", "0", "SPY", "1"), "elsewhere", true))));
        for (int i = 0; i < 5; i++) households.add(household("IN" + i, "60/40", "0", "SPY", "60", "AGG", "40"));
        assertThat(households).extracting(Household::id).doesNotHaveDuplicates().contains(new HouseholdId("OUT"));
        return book(households.toArray(Household[]::new));
    }
}
