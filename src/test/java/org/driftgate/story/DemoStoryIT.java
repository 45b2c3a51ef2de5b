package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The demo firm from seven o'clock to the last letter, killed in the middle of the trading day and started again; once with
 * Orion's proposals and once with our own.
 */
class DemoStoryIT {

    @ParameterizedTest
    @ValueSource(strings = {"ORION", "OWN"})
    void reachesEveryEndAndLosesNothingWhenKilled(String source) {
        String name = "demo-" + source.toLowerCase(Locale.ROOT);
        Map<String, String> settings = Map.of("driftgate.proposals", source);
        RunningApplication.forget(name);
        String run;
        try (var application = RunningApplication.start(name, settings)) {
            var api = new Api(application);
            var staff = new Staff(api);
            var day = new FirmDay(api, staff);
            run = day.startRun();
            everyHouseholdIsInABucket(api, run);
            everyProposalIsMeasured(api, staff.cases(run, "IN_REVIEW"), source);
            while (staff.workEveryQueue(run) > 0) day.settle();
            day.moveTo(day.now().toLocalDate() + "T09:47");
            application.kill();
        }
        try (var application = RunningApplication.start(name, settings)) {
            var api = new Api(application);
            var staff = new Staff(api);
            var day = new FirmDay(api, staff);
            assertThat(day.now().toString()).contains("T09:4");

            day.moveTo(day.now().toLocalDate() + "T11:30");
            assertThat(staff.cases(run, "EXCEPTION"))
                    .as("rejected trades before noon")
                    .isNotEmpty();
            theAdviserHearsOfItAtOnce(api, staff.cases(run, "EXCEPTION"));
            day.workUntilClosed(run);
            day.moveTo(day.now().toLocalDate() + "T20:00");

            StoryReport.print(
                    "%nDemo firm, proposals of %s%n  cases at the end        %s%n  decisions               %s%n"
                            .formatted(source, day.states(run), staff.done()));
            assertThat(day.states(run)).containsKeys("NOTIFIED", "DECLINED", "HANDLED_MANUALLY");
            everyNoticeIsInTheMailbox(api, staff.cases(run, "NOTIFIED"));
            assertThat(Staff.list(api.get("examiner", "/api/completeness?runId=" + run)
                            .get("gaps")))
                    .isEmpty();
            noOrderWasSentTwice(api, staff, run);
            new TaxReviewedLots(api, staff).reachTheCustodian(run);
        }
    }

    private static void everyHouseholdIsInABucket(Api api, String run) {
        JsonNode answer = api.get("examiner", "/api/runs/" + run);
        int total = Staff.list(answer.get("buckets")).stream()
                .mapToInt(JsonNode::asInt)
                .sum();
        assertThat(total).isEqualTo(60).isEqualTo(answer.get("households").asInt());
        assertThat(answer.get("buckets").fieldNames())
                .toIterable()
                .contains("OUT_OF_BAND", "WITHIN_BAND", "SET_ASIDE", "NO_TARGET", "UNABLE_TO_CHECK");
    }

    /**
     * Some paths are Orion's alone: our engine stays within the gains budgets, so it meets no such finding, and it proposes
     * nothing that an instruction or the policy forbids. Everything else happens in both ways.
     */
    private static void everyProposalIsMeasured(Api api, List<JsonNode> inReview, String source) {
        Set<String> findings = new TreeSet<>();
        int measured = 0;
        for (JsonNode about : inReview) {
            JsonNode view =
                    api.get("reviewer", "/api/reviews/" + about.get("caseId").asText());
            JsonNode analysis = view.get("analysis");
            assertThat(analysis.get("source").asText()).isEqualTo(source);
            if (analysis.get("objective").isNumber()) measured++;
            assertThat(view.get("lines"))
                    .allSatisfy(line -> assertThat(
                                    line.get("reasons").get(0).get("sentence").asText())
                            .contains(" "));
            view.get("findings")
                    .forEach(finding -> findings.add(finding.get("rule").asText()));
        }
        assertThat(inReview).hasSizeGreaterThan(20);
        assertThat(measured).isEqualTo(inReview.size());
        if (source.equals("OWN")) {
            assertThat(findings).doesNotContain("GAIN_BUDGET", "RESTRICTION", "CASH_NEED");
        } else {
            assertThat(findings).contains("GAIN_BUDGET");
        }
    }

    private static void theAdviserHearsOfItAtOnce(Api api, List<JsonNode> exceptions) {
        List<JsonNode> mails = mailbox(api);
        for (JsonNode about : exceptions)
            assertThat(mails).as("alert about " + about).anySatisfy(mail -> {
                assertThat(mail.toString()).contains(about.get("adviser").asText() + "@firm.example");
                assertThat(mail.toString()).contains(about.get("householdName").asText());
            });
    }

    private static void everyNoticeIsInTheMailbox(Api api, List<JsonNode> notified) {
        List<JsonNode> mails = mailbox(api);
        assertThat(notified).isNotEmpty();
        for (JsonNode about : notified)
            if (events(api, about).contains("NOTICE_SUPPRESSED")) theAdviserWritesByHand(mails, about);
            else theClientAndTheJournalHaveIt(mails, about);
    }

    private static void theClientAndTheJournalHaveIt(List<JsonNode> mails, JsonNode about) {
        List<JsonNode> copies = mails.stream()
                .filter(mail -> mail.get("messageId")
                        .asText()
                        .contains("<" + about.get("caseId").asText() + "."))
                .filter(mail -> mail.get("subject").asText().startsWith("Your portfolio"))
                .toList();
        assertThat(copies)
                .as(about.toString())
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.get("from").asText())
                        .contains(about.get("adviser").asText() + "@firm.example"));
        assertThat(copies)
                .as("journal copy of " + about)
                .anyMatch(mail -> mail.get("deliveredTo").asText().equals("archive@firm.example"));
    }

    private static void theAdviserWritesByHand(List<JsonNode> mails, JsonNode about) {
        assertThat(mails).as("write by hand: " + about).anySatisfy(mail -> {
            assertThat(mail.get("deliveredTo").asText())
                    .isEqualTo(about.get("adviser").asText() + "@firm.example");
            assertThat(mail.get("messageId").asText())
                    .contains(about.get("caseId").asText());
        });
    }

    private static List<String> events(Api api, JsonNode about) {
        String timeline = "/api/cases/" + about.get("caseId").asText() + "/timeline";
        return Staff.list(api.get("examiner", timeline)).stream()
                .map(entry -> entry.get("event").asText())
                .toList();
    }

    private static void noOrderWasSentTwice(Api api, Staff staff, String run) {
        for (JsonNode about : staff.cases(run)) {
            List<JsonNode> timeline = Staff.list(
                    api.get("examiner", "/api/cases/" + about.get("caseId").asText() + "/timeline"));
            List<String> claimed = timeline.stream()
                    .filter(entry -> entry.get("event").asText().equals("ORDER_CLAIMED"))
                    .map(entry -> entry.get("facts").toString())
                    .toList();
            assertThat(claimed).as(about.toString()).doesNotHaveDuplicates();
        }
    }

    private static List<JsonNode> mailbox(Api api) {
        return Staff.list(api.simulator("GET", "/mailbox/messages.json", null).ok());
    }
}
