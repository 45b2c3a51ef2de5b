package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.story.FirmRecord.adviserAddress;
import static org.driftgate.story.FirmRecord.id;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** Two bad days of the demo firm: everything around it fails in turn, and nothing is lost, doubled or half done. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FaultStoryIT {

    private static final String NAME = "faults";
    private static final Map<String, String> SETTINGS = Map.of(
            "driftgate.orion.read-timeout", "2s",
            "driftgate.orion.pause-after-failures", "PT0.2S",
            "driftgate.redtail.pause-after-failures", "PT0.2S");

    private RunningApplication application;
    private Api api;
    private Outside outside;
    private Staff staff;
    private FirmDay day;
    private FirmRecord record;
    private String run;

    @BeforeAll
    void start() {
        RunningApplication.forget(NAME);
        open();
    }

    @AfterAll
    void stop() {
        if (application != null) application.close();
    }

    private void open() {
        application = RunningApplication.start(NAME, SETTINGS);
        api = new Api(application);
        outside = new Outside(api);
        staff = new Staff(api);
        day = new FirmDay(api, staff);
        record = new FirmRecord(api, staff, outside);
    }

    @Test
    @Order(1)
    void abortsARunOnAShortPageAndTellsTheAdministratorOnce() {
        outside.fault("orion", "/Portfolio/Accounts", "SHORT_PAGE", "2", 1);

        String aborted = day.startRun();

        isAborted(aborted, "/Portfolio/Accounts");
        assertThat(record.run(aborted).get("abortReason").asText()).contains("ended after", "although there are more");
    }

    @Test
    @Order(2)
    void asksASilentSourceAgainAndThenGivesUp() {
        outside.fault("orion", "/Portfolio/Registrations", "LATENCY", "3000", 1);
        outside.fault("orion", "/Portfolio/Registrations", "SERVER_ERROR", "503", 3);

        String silent = day.requestRun("after the source came back");
        day.settle();
        Awaitility.await("end of the late answer").until(() -> outside.left("orion", "SERVER_ERROR") == 2);
        day.moveBy("PT61S");
        assertThat(outside.left("orion", "SERVER_ERROR")).isEqualTo(1);
        assertThat(record.run(silent).get("state").asText()).isEqualTo("COLLECTING");
        day.moveBy("PT5M1S");

        assertThat(outside.left("orion", "SERVER_ERROR")).isZero();
        isAborted(silent, "503");
        assertThat(record.run(silent).get("abortReason").asText())
                .contains("Orion", "/Portfolio/Registrations", "repeating it is safe");
    }

    @Test
    @Order(3)
    void recoversFromARefusedSessionAndFromTooManyRequests() {
        outside.fault("redtail", "", "SERVER_ERROR", "503", Outside.ALL_DAY);
        outside.fault("orion", "/Portfolio/Accounts", "UNAUTHORIZED", "", 1);
        outside.fault("orion", "/Portfolio/Assets", "TOO_MANY_REQUESTS", "1", 1);

        run = day.requestRun("the third try of this morning");
        day.settle();
        assertThat(record.run(run).get("state").asText()).isEqualTo("COLLECTING");
        day.moveBy("PT61S");

        assertThat(record.run(run).get("state").asText()).isEqualTo("REVIEWING");
        assertThat(staff.cases(run, "IN_REVIEW")).isNotEmpty();
    }

    @Test
    @Order(4)
    void saysWhichConnectionIsDownAndWhatIsSet() {
        var operations = new Operations(api);

        operations.onlyThisIsDown("Redtail");
        operations.settingsAreShownWithoutSecrets(Map.of("driftgate.orion.read-timeout", "PT2S"));
    }

    @Test
    @Order(5)
    void refusesEverySideDoor() {
        new SideDoors(application, api, staff).tryAll(run);
    }

    @Test
    @Order(6)
    void reviewsWhileTheCrmIsDown() {
        while (staff.workEveryQueue(run) > 0) day.settle();

        assertThat(staff.cases(run, "WAITING_FOR_RELEASE")).hasSizeGreaterThan(15);
        assertThat(staff.cases(run, "IN_REVIEW")).isEmpty();
    }

    @Test
    @Order(7)
    void placesNoOrderTwiceWhenAnAnswerIsLost() {
        outside.fault("schwab", "\"validateOnly\":false", "TIMEOUT_AFTER_ACCEPT", "0", 1);
        outside.fault("schwab", "orders", "REJECT", "LATER RJ07 Trading authorisation was withdrawn", 1);
        outside.fault("schwab", "orders", "PARTIAL_FILL", "0.5", 3);
        outside.fault("schwab", "", "DUPLICATE", "", Outside.ALL_DAY);

        day.moveTo(day.now().toLocalDate() + "T11:30");

        assertThat(outside.left("schwab", "TIMEOUT_AFTER_ACCEPT")).isZero();
        assertThat(record.casesWith(run, "ORDER_UNKNOWN"))
                .as("answers in doubt")
                .isNotEmpty()
                .allSatisfy(about -> {
                    List<String> events = record.events(about);
                    assertThat(events.subList(events.indexOf("ORDER_UNKNOWN"), events.size()))
                            .contains("ORDER_ACKNOWLEDGED");
                });
        assertThat(outside.identifiers()).doesNotHaveDuplicates();
        assertThat(outside.ordersByDay()).doesNotHaveDuplicates();
    }

    @Test
    @Order(8)
    void tellsTheAdviserOfALaterRejectionBeforeNoon() {
        List<JsonNode> exceptions = staff.cases(run, "EXCEPTION");

        assertThat(exceptions).anySatisfy(about -> {
            JsonNode view = api.get("examiner", "/api/exceptions/" + id(about));
            assertThat(view.get("whatHappened").asText()).contains("RJ07", "withdrawn");
        });
        assertThat(exceptions)
                .allSatisfy(about -> assertThat(outside.mailsTo(adviserAddress(about), id(about)))
                        .as("alerts about " + about)
                        .hasSize(1));
        assertThat(day.now().getHour()).isLessThan(12);
    }

    @Test
    @Order(9)
    void keepsNothingOfWhatComesTwice() {
        while (staff.workEveryQueue(run) > 0) day.settle();
        day.moveTo(day.now().toLocalDate() + "T17:30");

        for (JsonNode about : staff.cases(run)) {
            List<JsonNode> fills = record.timeline(about).stream()
                    .filter(entry -> entry.get("event").asText().equals("FILL_RECEIVED"))
                    .toList();
            assertThat(fills)
                    .extracting(fill -> fill.get("facts").get("execution"))
                    .doesNotHaveDuplicates();
            assertThat(record.events(about)).doesNotContain("EXECUTION_QUARANTINED");
        }
        assertThat(record.casesWith(run, "EXECUTIONS_RECONCILED")).hasSizeGreaterThan(10);
    }

    @Test
    @Order(10)
    void saysInEachIncidentWhomItConcernsAndWhatIsSafe() {
        List<JsonNode> incidents = record.incidents();

        assertThat(incidents).hasSizeGreaterThanOrEqualTo(staff.cases(run).size());
        assertThat(incidents)
                .allSatisfy(
                        incident -> assertThat(incident.get("incidentMessage").asText())
                                .contains("Redtail", "Household", "retrying is safe"));
        assertThat(staff.cases(run, "NOTIFIED")).isEmpty();
    }

    @Test
    @Order(11)
    void catchesUpWithCrmAndLettersOnceEach() {
        outside.repair();
        outside.fault("mail", "", "SERVER_ERROR", "", 6);
        record.retryIncidents();
        day.moveBy("PT10M");
        day.workUntilClosed(run);
        day.moveTo(day.now().toLocalDate().plusDays(1) + "T06:40");

        assertThat(record.incidents()).isEmpty();
        assertThat(outside.left("mail", "SERVER_ERROR")).isZero();
        List<JsonNode> notified = staff.cases(run, "NOTIFIED");
        List<String> references = outside.crmReferences();
        assertThat(references).doesNotHaveDuplicates();
        for (JsonNode about : staff.cases(run)) assertThat(references).contains(id(about) + "-drift");
        for (JsonNode about : notified) assertThat(references).contains(id(about) + "-trades");
        assertThat(outside.mails())
                .extracting(mail -> mail.get("messageId").asText() + mail.get("deliveredTo"))
                .doesNotHaveDuplicates();
    }

    @Test
    @Order(12)
    void saysInTheLetterWhatIsOnlyPartlyCompleted() {
        List<JsonNode> partly = record.casesWith(run, "CLIENT_NOTIFIED").stream()
                .filter(about -> record.timeline(about).toString().contains("\"partlyCompleted\":true"))
                .toList();

        assertThat(partly)
                .isNotEmpty()
                .allSatisfy(about -> assertThat(record.letters(about))
                        .isNotEmpty()
                        .allSatisfy(letter -> {
                            assertThat(letter.get("subject").asText()).contains("partly completed");
                            assertThat(outside.textOf(letter)).contains("partly completed");
                        }));
    }

    @Test
    @Order(13)
    void tellsTheAdviserWhoCannotBeWrittenTo() {
        List<JsonNode> silent = record.casesWith(run, "NOTICE_SUPPRESSED");

        assertThat(silent).isNotEmpty().anySatisfy(about -> {
            assertThat(record.timeline(about).toString()).contains("has no recipient for notices");
            assertThat(record.letters(about)).isEmpty();
            assertThat(outside.mailsTo(adviserAddress(about), "has no recipient for notices"))
                    .hasSize(1);
        });
    }

    @Test
    @Order(14)
    void measuresTheDayForPrometheus() {
        new Operations(api).figuresOfAFinishedDay();
    }

    @Test
    @Order(15)
    void losesNothingWhenKilledWhileOrdersGoOut() {
        outside.buyers().limit(6).forEach(account -> outside.deposit(account, 400_000));
        run = day.startRunAfter(run);
        while (staff.workEveryQueue(run) > 0) day.settle();
        int before = outside.orders().size();

        day.killWhileMovingTo("T09:50", application, () -> outside.orders().size() > before);
        open();
        day.killWhileMovingTo(
                "T10:30",
                application,
                () -> !record.casesWith(run, "FILL_RECEIVED").isEmpty());
        open();
        day.workUntilClosed(run);
        day.moveTo(day.now().toLocalDate() + "T20:00");

        assertThat(outside.identifiers()).doesNotHaveDuplicates();
        assertThat(outside.ordersByDay()).doesNotHaveDuplicates();
        assertThat(staff.cases(run))
                .hasSizeGreaterThan(3)
                .allSatisfy(about -> assertThat(about.get("closed").asBoolean())
                        .as(about.toString())
                        .isTrue());
        assertThat(record.gaps(run)).isEmpty();
        assertThat(record.incidents()).isEmpty();
    }

    private void isAborted(String aborted, String missing) {
        assertThat(record.run(aborted).get("state").asText()).isEqualTo("ABORTED");
        assertThat(record.run(aborted).get("abortReason").asText()).contains(missing);
        assertThat(staff.cases(aborted)).isEmpty();
        assertThat(outside.mailsTo("admin@firm.example", aborted))
                .hasSize(1)
                .allSatisfy(mail ->
                        assertThat(outside.textOf(mail).replaceAll("\\s+", " ")).contains(missing));
    }
}
