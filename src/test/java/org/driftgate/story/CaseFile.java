package org.driftgate.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the API says of one case, read anew each time. */
record CaseFile(Api api, String id, String household, String name, String adviser) {

    static CaseFile of(Api api, JsonNode about) {
        return new CaseFile(
                api,
                about.get("caseId").asText(),
                about.get("household").asText(),
                about.get("householdName").asText(),
                about.get("adviser").asText());
    }

    static CaseFile ofIncident(Api api, JsonNode incident) {
        String instance = incident.get("processInstanceId").asText();
        JsonNode process = api.get("admin", "/engine-rest/process-instance/" + instance);
        return of(
                api,
                api.get("examiner", "/api/cases/" + process.get("businessKey").asText()));
    }

    String state() {
        return api.get("examiner", "/api/cases/" + id).get("state").asText();
    }

    JsonNode review() {
        return api.get("reviewer", "/api/reviews/" + id);
    }

    /** The number of the case's open task. */
    String task() {
        return api.get("admin", "/engine-rest/task?maxResults=1&processInstanceBusinessKey=" + id)
                .get(0)
                .get("id")
                .asText();
    }

    /** Who made the entries of that event, oldest first. */
    List<String> actors(String event) {
        return Staff.list(api.get("examiner", "/api/cases/" + id + "/timeline")).stream()
                .filter(entry -> entry.get("event").asText().equals(event))
                .map(entry -> entry.get("actor").asText())
                .toList();
    }

    /** The order of a rejected trade that waits for a decision. */
    JsonNode orderInTrouble() {
        return Staff.list(api.get(adviser, "/api/exceptions/" + id).get("orders")).stream()
                .filter(order -> order.get("needsDecision").asBoolean())
                .findFirst()
                .orElseThrow();
    }
}
