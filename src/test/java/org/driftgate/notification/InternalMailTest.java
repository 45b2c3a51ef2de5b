package org.driftgate.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.run.Bucket;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.run.HouseholdOutcome;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.run.Runs;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.driftgate.shared.SystemFault;
import org.driftgate.testing.AdviserTier;
import org.driftgate.testing.TestDatabase;
import org.driftgate.trading.ExceptionView;
import org.driftgate.trading.ExceptionView.OrderLine;
import org.driftgate.trading.ExceptionView.SafeAction;
import org.driftgate.trading.RejectionRate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class InternalMailTest extends OutsideWorld {

    private static final String ACCOUNT = "10000001";

    private final Runs runs;
    private final Cases cases;
    private final KnownCase known;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final AlertAdviser alertAdviser;
    private final AlertAdministrator alertAdministrator;
    private final AlertRejections alertRejections;
    private final SummarizeForAdvisers summarize;
    private final RemindReviewers remind;
    private final EscalateReview escalate;
    private RunId run = new RunId("none");
    private int before;

    InternalMailTest(
            Runs runs,
            Cases cases,
            KnownCase known,
            AuditLog audit,
            TransactionTemplate transaction,
            AlertAdviser alertAdviser,
            AlertAdministrator alertAdministrator,
            AlertRejections alertRejections,
            SummarizeForAdvisers summarize,
            RemindReviewers remind,
            EscalateReview escalate) {
        this.runs = runs;
        this.cases = cases;
        this.known = known;
        this.audit = audit;
        this.transaction = transaction;
        this.alertAdviser = alertAdviser;
        this.alertAdministrator = alertAdministrator;
        this.alertRejections = alertRejections;
        this.summarize = summarize;
        this.remind = remind;
        this.escalate = escalate;
    }

    @BeforeEach
    void openARun() {
        TestDatabase.clear();
        known.reset();
        run = runs.open(new RunRequest(RunSource.SCHEDULE, new PersonId("driftgate"), "07:00", List.of()));
        runs.sort(
                run,
                SnapshotId.random(),
                List.of(
                        outcome("H1", "Calder", "advisor01", Bucket.OUT_OF_BAND, "US Equity is too high"),
                        outcome("H2", "Brook", "advisor01", Bucket.OUT_OF_BAND, "US Bond is too low"),
                        outcome("H3", "Dale", "advisor01", Bucket.NO_TARGET, "no model is assigned"),
                        outcome("H4", "Elm", "advisor01", Bucket.WITHIN_BAND, "inside its band"),
                        outcome("H5", "Fox", "advisor02", Bucket.SET_ASIDE, "every account is frozen")));
        before = newestId();
    }

    @Test
    void summarizesARunOnceForEachAdviser() {
        cases.moveTo(caseOf("H1"), CaseState.NOTIFIED, null);

        summarize.ofRun(run);
        summarize.ofRun(run);

        List<JsonNode> mail = withoutJournal();
        assertThat(mail)
                .extracting(message -> message.path("deliveredTo").asText())
                .containsExactly("jo.marsh@firm.example", "advisor02@firm.example");
        assertThat(mail.get(0).path("subject").asText())
                .isEqualTo("Rebalancing run 20 Nov: 1 done, 1 open, 1 not possible");
        assertThat(mail.get(1).path("subject").asText())
                .isEqualTo("Rebalancing run 20 Nov: 0 done, 0 open, 1 not possible");
        for (String form : List.of("html", "text"))
            assertThat(part(mail.get(0), form))
                    .contains("Calder", "3 trades, client told", "Brook", "Opened", "no model is assigned")
                    .contains("https://driftgate.example/?run=" + run)
                    .doesNotContain("Fox")
                    .doesNotContain(ACCOUNT);
        assertThat(audit.ofRun(run))
                .extracting(recorded -> recorded.entry().event())
                .filteredOn(AuditEvent.SUMMARY_SENT::equals)
                .hasSize(2);
    }

    @Test
    void tellsTheAdviserOfAnExceptionOnceAndOfTheNextOneAgain() {
        known.exception = exception("REJECTED", "INSUFFICIENT_POSITION");
        alertAdviser.forCase(caseOf("H1"));
        alertAdviser.forCase(caseOf("H1"));
        known.exception = exception("REJECTED", "MARKET_CLOSED");
        alertAdviser.forCase(caseOf("H1"));

        List<JsonNode> mail = withoutJournal();
        assertThat(mail).hasSize(2);
        assertThat(mail.get(0).path("deliveredTo").asText()).isEqualTo("jo.marsh@firm.example");
        for (String form : List.of("html", "text"))
            assertThat(part(mail.get(0), form))
                    .contains("Calder", "INSUFFICIENT_POSITION", "SELL 20 VTI", "RETRY")
                    .contains("https://driftgate.example/cases/" + caseOf("H1"))
                    .doesNotContain("CANCEL")
                    .doesNotContain(ACCOUNT);
    }

    @Test
    void tellsTheAdministratorEveryProblemOfAnAbortedRun() {
        record(Map.of("problems", List.of("account 10000007 is missing", "page 3 of lots is short")));

        alertAdministrator.ofRun(run);

        JsonNode mail = withoutJournal().get(0);
        assertThat(mail.path("deliveredTo").asText()).isEqualTo("admin@firm.example");
        assertThat(mail.path("subject").asText()).isEqualTo("Run %s was aborted, 2 problems".formatted(run));
        assertThat(part(mail, "text")).contains("account 10000007 is missing", "page 3 of lots is short");
    }

    @Test
    void tellsTheAdministratorOnceADayWhenTooManyOrdersAreRejected() {
        known.rejections = day(2000, 2);
        alertRejections.ofRun(run);
        assertThat(withoutJournal()).isEmpty();

        known.rejections = day(2000, 3);
        alertRejections.ofRun(run);
        known.rejections = day(2000, 4);
        alertRejections.ofRun(run);

        assertThat(withoutJournal()).singleElement().satisfies(mail -> {
            assertThat(mail.path("deliveredTo").asText()).isEqualTo("admin@firm.example");
            assertThat(mail.path("subject").asText()).isEqualTo("Too many orders are rejected");
            for (String form : List.of("html", "text"))
                assertThat(part(mail, form))
                        .contains("3 of the 2000 orders of 2026-11-20 were rejected")
                        .contains("https://driftgate.example/?run=" + run);
        });
    }

    private static RejectionRate.Day day(int orders, int rejected) {
        return new RejectionRate.Day(LocalDate.of(2026, 11, 20), orders, rejected, new BigDecimal("0.001"));
    }

    @Test
    void remindsThoseWhoseTurnItIs() {
        cases.moveTo(caseOf("H1"), CaseState.IN_REVIEW, null);
        remind.forCase(caseOf("H1"));
        remind.forCase(caseOf("H1"));
        cases.moveTo(caseOf("H1"), CaseState.AWAITING_CONSENT, null);
        remind.forCase(caseOf("H1"));
        escalate.forCase(caseOf("H1"));

        assertThat(withoutJournal())
                .extracting(message -> message.path("deliveredTo").asText())
                .containsExactly("compliance@firm.example", "jo.marsh@firm.example", "principal@firm.example");
        assertThat(withoutJournal().get(0).path("subject").asText()).isEqualTo("Waiting for you: Calder, In review");
    }

    @Test
    void remindsTheAdviserWhoseSignatureIsMissing() {
        AdviserTier.require(
                new DriverManagerDataSource(TestDatabase.url(), TestDatabase.owner(), TestDatabase.password()),
                caseOf("H1"));
        cases.moveTo(caseOf("H1"), CaseState.IN_REVIEW, null);
        cases.moveTo(caseOf("H2"), CaseState.IN_REVIEW, null);

        remind.forCase(caseOf("H1"));
        remind.forCase(caseOf("H2"));

        assertThat(withoutJournal())
                .extracting(message -> message.path("deliveredTo").asText())
                .containsExactly("jo.marsh@firm.example", "compliance@firm.example");
    }

    @Test
    void sendsAnAlertAgainWhenItsFateIsUnknown() {
        known.exception = exception("REJECTED", "LOST");
        fault("mail", "jo.marsh", "TIMEOUT_AFTER_ACCEPT", "1500", 1);

        assertThatThrownBy(() -> alertAdviser.forCase(caseOf("H1"))).isInstanceOf(SystemFault.class);
        alertAdviser.forCase(caseOf("H1"));

        assertThat(withoutJournal())
                .extracting(message -> message.path("messageId").asText())
                .hasSize(2)
                .allSatisfy(id -> assertThat(id).startsWith("<" + caseOf("H1")));
    }

    private void record(Map<String, ?> facts) {
        transaction.executeWithoutResult(
                status -> audit.append(AuditEntry.ofRun(AuditEvent.SNAPSHOT_REJECTED, run, facts)));
    }

    private CaseId caseOf(String household) {
        return CaseId.of(run, new HouseholdId(household));
    }

    private List<JsonNode> withoutJournal() {
        return mailSince(before).stream()
                .filter(message -> !message.path("deliveredTo").asText().startsWith("journal@"))
                .toList();
    }

    private static HouseholdOutcome outcome(
            String household, String name, String adviser, Bucket bucket, String reason) {
        return new HouseholdOutcome(
                new HouseholdId(household), name, new AdviserId(adviser), bucket, reason, new BigDecimal("6.2"));
    }

    private static ExceptionView exception(String state, String code) {
        var order = new OrderLine(
                1,
                "0b4c",
                ACCOUNT,
                "SELL",
                "VTI",
                new BigDecimal("20.000000"),
                BigDecimal.ZERO,
                null,
                state,
                null,
                code,
                "You do not hold enough of it",
                true);
        return new ExceptionView(
                "case",
                "Calder",
                "Schwab rejected the sale of 20 VTI.",
                null,
                List.of(order),
                List.of(
                        new SafeAction("RETRY", true, "nothing of it was filled"),
                        new SafeAction("CANCEL", false, "already over")));
    }
}
