package org.driftgate.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What the firm itself knows: its cases with their timelines, letters, incidents and figures. */
final class FirmRecord {

    private final Api api;
    private final Staff staff;
    private final Outside outside;

    FirmRecord(Api api, Staff staff, Outside outside) {
        this.api = api;
        this.staff = staff;
        this.outside = outside;
    }

    static String id(JsonNode about) {
        return about.get("caseId").asText();
    }

    static String adviserAddress(JsonNode about) {
        return about.get("adviser").asText() + "@firm.example";
    }

    JsonNode run(String run) {
        return api.get("examiner", "/api/runs/" + run);
    }

    List<JsonNode> timeline(JsonNode about) {
        return Staff.list(api.get("examiner", "/api/cases/" + id(about) + "/timeline"));
    }

    List<String> events(JsonNode about) {
        return timeline(about).stream()
                .map(entry -> entry.get("event").asText())
                .toList();
    }

    List<JsonNode> casesWith(String run, String event) {
        return staff.cases(run).stream()
                .filter(about -> events(about).contains(event))
                .toList();
    }

    List<JsonNode> letters(JsonNode about) {
        return outside.mails().stream()
                .filter(mail -> mail.get("messageId").asText().contains("<" + id(about) + "."))
                .filter(mail -> mail.get("subject").asText().startsWith("Your portfolio"))
                .toList();
    }

    List<JsonNode> gaps(String run) {
        return Staff.list(api.get("examiner", "/api/completeness?runId=" + run).get("gaps"));
    }

    List<JsonNode> incidents() {
        return Staff.list(api.get("admin", "/engine-rest/incident?maxResults=500"));
    }

    /** What an administrator does in Cockpit when the outside is well again. */
    /** As an administrator would: what a worker touched in the same moment is pressed again. */
    void retryIncidents() {
        for (int round = 0; round < 5 && !incidents().isEmpty(); round++)
            for (JsonNode incident : incidents())
                retry(incident.get("configuration").asText());
    }

    private void retry(String job) {
        Api.Answer answer = api.put("admin", "/engine-rest/job/%s/retries".formatted(job), Map.of("retries", 5));
        if (!answer.body().toString().contains("updated by another transaction concurrently")) answer.ok();
    }
}
