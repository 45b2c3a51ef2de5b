package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.driftgate.story.Api.Answer;

/** Every way around a recorded decision that the engine or the API might leave open. */
final class SideDoors {

    /** What is missing for a 409; with the decision the same request would be right. */
    private static final String NOT_DECIDED = "No decision is recorded for";

    private final RunningApplication application;
    private final Api api;
    private final Staff staff;

    SideDoors(RunningApplication application, Api api, Staff staff) {
        this.application = application;
        this.api = api;
        this.staff = staff;
    }

    void tryAll(String run) {
        JsonNode about = staff.cases(run, "IN_REVIEW").get(0);
        tryTheEngine(about.get("caseId").asText());
        tryWithoutLogIn();
        tryWithTheWrongRole(about.get("caseId").asText());
        tryAsAdviser(about);
        tryAnOldScreen(about.get("caseId").asText());
        tryToStarve(run);
    }

    private void tryTheEngine(String caseId) {
        String task = task(caseId).get("id").asText();
        String path = "/engine-rest/task/" + task;
        for (String door : List.of("/complete", "/submit-form", "/resolve")) {
            Answer answer =
                    api.post("reviewer", path + door, Map.of("variables", Map.of("reviewRoute", text("APPROVED"))));
            refused(door, answer);
        }
        refused("complete with nothing", api.post("reviewer", path + "/complete", Map.of()));
        refused("bpmnError", api.post("reviewer", path + "/bpmnError", Map.of("errorCode", "tradeRejected")));
        refused("escalation", api.post("reviewer", path + "/bpmnEscalation", Map.of("escalationCode", "any")));
        refused("variable", api.put("reviewer", path + "/variables/reviewRoute", text("APPROVED")));
        refused("local variable", api.put("reviewer", path + "/localVariables/reviewRoute", text("APPROVED")));
        refused("assignee", api.post("reviewer", path + "/assignee", Map.of("userId", "tax")));
        assertThat(api.post("tax", path + "/complete", Map.of()).status()).isIn(403, 404);
        String instance = task(caseId).get("processInstanceId").asText();
        var jump = Map.of("instructions", List.of(Map.of("type", "startBeforeActivity", "activityId", "submitOrders")));
        refused(
                "modification",
                api.post("reviewer", "/engine-rest/process-instance/%s/modification".formatted(instance), jump));
        refused(
                "message",
                api.post(
                        "reviewer",
                        "/engine-rest/message",
                        Map.of("messageName", "executionsArrived", "processInstanceId", instance)));
        assertThat(task(caseId).get("id").asText()).isEqualTo(task);
        assertThat(api.get("reviewer", "/api/cases/" + caseId).get("state").asText())
                .isEqualTo("IN_REVIEW");
    }

    private static Map<String, String> text(String value) {
        return Map.of("value", value, "type", "String");
    }

    private static void refused(String door, Answer answer) {
        String said = answer.body()
                .path("message")
                .asText(answer.body().path("detail").asText());
        assertThat(said).as(door).isNotBlank();
        if (answer.status() == 409) assertThat(said).as(door).contains(NOT_DECIDED);
        else assertThat(answer.status()).as("%s: %s", door, answer.body()).isIn(400, 403, 404, 405);
    }

    private JsonNode task(String caseId) {
        JsonNode found = api.get(
                "reviewer",
                "/engine-rest/task?taskDefinitionKey=reviewProposal&maxResults=5&processInstanceBusinessKey=" + caseId);
        assertThat(found).as("open review of " + caseId).hasSize(1);
        return found.get(0);
    }

    private void tryWithoutLogIn() {
        HttpResponse<String> answer = send("/engine-rest/task");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(send("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(send("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(send("/camunda/app/admin/default/setup/").statusCode()).isIn(302, 403);
        assertThat(api.tryGet("admin", "/camunda/app/admin/default/setup/").status())
                .isIn(302, 401, 403);
        assertThat(api.post("admin", "/camunda/api/admin/setup/default/user/create", Map.of())
                        .status())
                .isIn(401, 403);
    }

    private HttpResponse<String> send(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(application.address(path)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private void tryWithTheWrongRole(String caseId) {
        var paths = Map.of(
                "/api/reviews/%s/decision", List.of("tax", "trader", "owner", "admin", "examiner"),
                "/api/tax-reviews/%s", List.of("reviewer", "advisor01", "trader", "owner", "admin", "examiner"),
                "/api/tax-reviews/%s/preview", List.of("reviewer", "advisor01", "trader", "owner", "admin", "examiner"),
                "/api/consents/%s", List.of("reviewer", "tax", "trader", "owner", "admin", "examiner"),
                "/api/exceptions/%s", List.of("reviewer", "tax", "trader", "owner", "admin", "examiner"),
                "/api/questions/%s", List.of("reviewer", "tax", "trader", "owner", "admin", "examiner"),
                "/api/manual/%s", List.of("reviewer", "tax", "trader", "owner", "admin", "examiner"));
        paths.forEach((path, people) -> people.forEach(person -> {
            Answer answer = api.post(person, path.formatted(caseId), Map.of());
            assertThat(answer.status()).as("%s by %s", path, person).isEqualTo(403);
            assertThat(answer.body().get("detail").asText()).isNotBlank();
        }));
    }

    /** Below the amounts that need an adviser's signature only compliance signs; of other advisers' households no word. */
    private void tryAsAdviser(JsonNode about) {
        String path = "/api/reviews/" + about.get("caseId").asText();
        JsonNode view = api.get("reviewer", path);
        var approval =
                decision(view.get("version").asInt(), view.get("tradeHash").asText(), List.of());
        String own = about.get("adviser").asText();
        String other = own.equals("advisor01") ? "advisor02" : "advisor01";
        assertThat(api.post(own, path + "/decision", approval).status()).isEqualTo(403);
        assertThat(api.post(other, path + "/decision", approval).status()).isEqualTo(404);
    }

    private void tryAnOldScreen(String caseId) {
        JsonNode view = api.get("reviewer", "/api/reviews/" + caseId);
        int version = view.get("version").asInt();
        String hash = view.get("tradeHash").asText();
        String otherHash = (hash.startsWith("0") ? "1" : "0") + hash.substring(1);
        for (var body : List.of(decision(version + 1, hash, List.of()), decision(version, otherHash, List.of()))) {
            Answer answer = api.post("reviewer", "/api/reviews/%s/decision".formatted(caseId), body);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
            assertThat(answer.body().get("changes")).isNotEmpty();
        }
    }

    private static Map<String, Object> decision(int version, String hash, List<Map<String, Object>> lines) {
        return Map.of(
                "version",
                version,
                "tradeHash",
                hash,
                "decision",
                lines.isEmpty() ? "APPROVE" : "APPROVE_WITH_CHANGES",
                "lines",
                lines,
                "reason",
                "tried from outside");
    }

    /** Leaves out what pays for the buys. */
    private void tryToStarve(String run) {
        for (JsonNode about : staff.cases(run, "IN_REVIEW")) {
            String path = "/api/reviews/" + about.get("caseId").asText();
            JsonNode view = api.get("reviewer", path);
            String account = sellingAndBuying(view);
            if (account.isEmpty()) continue;
            var body =
                    decision(view.get("version").asInt(), view.get("tradeHash").asText(), withoutSells(view));
            Answer answer = api.post("reviewer", path + "/decision", body);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
            assertThat(answer.body().get("problems").toString()).contains(account, "short of $");
            return;
        }
        throw new AssertionError("no case sells and buys in one account");
    }

    private static String sellingAndBuying(JsonNode view) {
        for (JsonNode sell : view.get("lines"))
            for (JsonNode buy : view.get("lines"))
                if (sell.get("side").asText().equals("SELL")
                        && buy.get("side").asText().equals("BUY")
                        && sell.get("account").equals(buy.get("account")))
                    return sell.get("account").asText();
        return "";
    }

    private static List<Map<String, Object>> withoutSells(JsonNode view) {
        var lines = new ArrayList<Map<String, Object>>();
        for (JsonNode line : view.get("lines"))
            lines.add(
                    line.get("side").asText().equals("SELL")
                            ? Map.of("line", line.get("line").asInt(), "action", "EXCLUDE", "reason", "not now")
                            : Map.of("line", line.get("line").asInt(), "action", "KEEP"));
        return lines;
    }
}
