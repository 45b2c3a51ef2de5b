package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.story.FirmRecord.id;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
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

/**
 * A day on which the custodian reports fewer shares than it calls filled, and other lots than a sale named: the desk explains
 * it before clients are told. On the next a trader chooses a scenario, and the firm changes its rules between approval and
 * release.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class BreakStoryIT {

    private static final String NAME = "breaks";

    private RunningApplication application;
    private Api api;
    private Outside outside;
    private Staff staff;
    private FirmDay day;
    private FirmRecord record;
    private String run = "none";

    @BeforeAll
    void start() {
        RunningApplication.forget(NAME);
        application = RunningApplication.start(NAME, Map.of());
        api = new Api(application);
        outside = new Outside(api);
        staff = new Staff(api);
        day = new FirmDay(api, staff);
        record = new FirmRecord(api, staff, outside);
    }

    @AfterAll
    void stop() {
        if (application != null) application.close();
    }

    @Test
    @Order(1)
    void reviewsAlthoughTheCustodianIsDown() {
        outside.fault("schwab", "orders", "SERVER_ERROR", "503", Outside.ALL_DAY);
        run = day.startRun();

        List<JsonNode> waiting = staff.cases(run, "IN_REVIEW");

        assertThat(waiting)
                .hasSizeGreaterThan(15)
                .allSatisfy(about -> assertThat(findings(about))
                        .anySatisfy(finding ->
                                assertThat(finding).contains("INFO", "not available", "repeated at release")));
        outside.repair();
    }

    @Test
    @Order(2)
    void placesNothingWhileNothingCanBeValidated() {
        while (staff.workEveryQueue(run) > 0) day.settle();
        outside.fault("schwab", "\"validateOnly\":true", "SERVER_ERROR", "503", Outside.ALL_DAY);

        day.moveTo(day.now().toLocalDate() + "T09:46");

        assertThat(record.incidents())
                .isNotEmpty()
                .allSatisfy(
                        incident -> assertThat(incident.get("incidentMessage").asText())
                                .contains("Household", "Schwab", "nothing was placed, a retry is safe"));
        assertThat(outside.orders()).isEmpty();
        outside.repair();
    }

    @Test
    @Order(3)
    void releasesAfterAnErrorThatPasses() {
        outside.fault("schwab", "\"validateOnly\":true", "SERVER_ERROR", "503", 1);
        outside.fault("schwab", "transactions", "SHORT_PAGE", "1", Outside.ALL_DAY);
        outside.fault("schwab", "orders", "WRONG_LOTS", "", Outside.ALL_DAY);

        Awaitility.await("release after the pause that follows repeated failures")
                .pollInterval(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(60))
                .until(this::isReleased);
        day.moveTo(day.now().toLocalDate() + "T10:30");

        assertThat(outside.left("schwab", "SERVER_ERROR")).isZero();
        assertThat(record.incidents()).isEmpty();
        assertThat(staff.cases(run, "EXECUTING")).isNotEmpty();
        assertThat(staff.cases(run, "BREAK")).isEmpty();
    }

    @Test
    @Order(4)
    void opensATaskForWhatDoesNotAddUp() {
        while (staff.workEveryQueue(run) > 0) day.settle();
        day.moveTo(day.now().toLocalDate() + "T16:45");

        List<JsonNode> broken = staff.cases(run, "BREAK");

        List<JsonNode> found =
                broken.stream().flatMap(about -> breaks(about).stream()).toList();
        assertThat(broken).isNotEmpty().allSatisfy(about -> {
            assertThat(breaks(about))
                    .anySatisfy(one -> assertThat(one.get("open").asBoolean()).isTrue());
            assertThat(record.letters(about)).isEmpty();
        });
        assertThat(sentences(found, "QUANTITY"))
                .as("orders that are said to be filled without their fills")
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said).contains("FILLED by the custodian's word"));
        assertThat(sentences(found, "LOTS"))
                .as("sales of other lots than instructed")
                .isNotEmpty()
                .allSatisfy(said -> assertThat(said)
                        .matches("SELL .* instructed were .* of lot .*; the custodian relieved .* of lot .*"));
        String first = "/api/breaks/" + id(broken.get(0));
        assertThat(api.post("advisor01", first, Map.of("note", "mine")).status())
                .isEqualTo(403);
        assertThat(api.post("trader", first, Map.of("note", " ")).status()).isIn(400, 422);
    }

    @Test
    @Order(5)
    void tellsTheClientWhenTheBreakIsExplained() {
        List<JsonNode> broken = staff.cases(run, "BREAK");
        for (JsonNode about : broken)
            api.post("trader", "/api/breaks/" + id(about), Map.of("note", "the missing fill comes tonight, 4711"))
                    .ok();
        outside.repair();
        day.workUntilClosed(run);

        assertThat(broken).allSatisfy(about -> {
            JsonNode now = api.get("examiner", "/api/cases/" + id(about));
            assertThat(now.get("closed").asBoolean()).isTrue();
            assertThat(record.timeline(about).toString()).contains("BREAK_RESOLVED", "4711", "\"actor\":\"trader\"");
        });
        assertThat(record.gaps(run)).isEmpty();
        assertThat(record.incidents()).isEmpty();
    }

    @Test
    @Order(6)
    void putsTheScenarioThatATraderChoseBeforeAReviewer() {
        outside.buyers().limit(6).forEach(account -> outside.deposit(account, 400_000));
        run = day.startRunAfter(run);
        JsonNode about = staff.cases(run, "IN_REVIEW").get(0);
        JsonNode before = api.get("trader", "/api/reviews/" + id(about));
        Map<String, Object> policy = Map.of("drift", Map.of("stop", "TARGET"), "tax", Map.of("gain-budget", "OFF"));
        var scenarios = List.of(
                Map.of("name", "as it is", "policy", Map.of()), Map.of("name", "to the target", "policy", policy));
        var choice = Map.of(
                "caseId",
                id(about),
                "version",
                before.get("version").asInt(),
                "tradeHash",
                before.get("tradeHash").asText(),
                "name",
                "to the target",
                "policy",
                policy,
                "reason",
                "nearer to the target for the same tax");

        JsonNode compared = api.post(
                        "trader", "/api/scenarios", Map.of("household", household(about), "scenarios", scenarios))
                .ok();
        assertThat(compared.get("scenarios")).hasSize(2);
        api.post("trader", "/api/scenarios/commit", choice).ok();

        JsonNode after = api.get("reviewer", "/api/reviews/" + id(about));
        assertThat(after.get("version").asInt()).isEqualTo(before.get("version").asInt() + 1);
        assertThat(after.get("state").asText()).isEqualTo("IN_REVIEW");
        assertThat(record.timeline(about)).anySatisfy(entry -> {
            assertThat(entry.get("event").asText()).isEqualTo("SCENARIO_COMMITTED");
            assertThat(entry.get("actor").asText()).isEqualTo("trader");
            assertThat(entry.get("facts").get("scenario").asText()).isEqualTo("to the target");
            assertThat(entry.get("facts").get("tradeHash")).isEqualTo(after.get("tradeHash"));
        });
        assertThat(api.post("trader", "/api/scenarios/commit", choice).status()).isEqualTo(409);
        assertThat(api.post("tax", "/api/scenarios/commit", choice).status()).isEqualTo(403);
    }

    @Test
    @Order(7)
    void stopsWhatARuleForbidsThatWasDeployedAfterTheApproval() {
        while (staff.workEveryQueue(run) > 0) day.settle();
        var change = new RuleChange(application, api, staff.cases(run, "WAITING_FOR_RELEASE"));

        change.deploy();
        day.moveTo(day.now().toLocalDate() + "T09:50");

        change.isBackAtTheGate();
        change.sentNothingOfIt(outside.orders());
    }

    private List<JsonNode> breaks(JsonNode about) {
        return Staff.list(api.get("trader", "/api/breaks/" + id(about)).get("breaks"));
    }

    private static List<String> sentences(List<JsonNode> breaks, String kind) {
        return breaks.stream()
                .filter(found -> found.get("kind").asText().equals(kind))
                .map(found -> found.get("sentence").asText())
                .toList();
    }

    private static String household(JsonNode about) {
        return about.get("household").asText();
    }

    private boolean isReleased() {
        record.retryIncidents();
        day.settle();
        return record.incidents().isEmpty();
    }

    private List<String> findings(JsonNode about) {
        return Staff.list(api.get("reviewer", "/api/reviews/" + id(about)).get("findings")).stream()
                .map(JsonNode::toString)
                .toList();
    }
}
