package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.driftgate.story.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known to be open in the community edition 7.24.0, tried on the running application with its web applications. */
class KnownHolesIT {

    private static final String RUNS_CODE = "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}";
    private static final String FORBIDDEN = "xpressions are forbidden";
    private static final List<Map<String, Object>> QUERIES = List.of(
            Map.of("assigneeExpression", RUNS_CODE),
            Map.of("dueAfterExpression", RUNS_CODE),
            Map.of("orQueries", List.of(Map.of("assigneeExpression", RUNS_CODE))),
            Map.of("orQueries", List.of(Map.of("createdAfterExpression", RUNS_CODE))),
            Map.of("orQueries", List.of(Map.of("name", "a"), Map.of("candidateGroupsExpression", RUNS_CODE))),
            Map.of("name", "a", "orQueries", List.of(Map.of("processInstanceBusinessKeyExpression", RUNS_CODE))));

    private static final RunningApplication APPLICATION = TriedApplication.running();
    private final Api api = new Api(APPLICATION);

    @ParameterizedTest
    @FieldSource("QUERIES")
    void evaluatesNoExpressionOfATaskQuery(Map<String, Object> query) {
        for (String path : List.of("/engine-rest/task?maxResults=5", "/engine-rest/task/count"))
            forbidden(path, api.post("reviewer", path, query));
    }

    @ParameterizedTest
    @FieldSource("QUERIES")
    void storesNoExpressionInAFilter(Map<String, Object> query) {
        var filter = Map.of("resourceType", "Task", "name", "sneaky", "query", query);
        forbidden("create", api.post("admin", "/engine-rest/filter/create", filter));
        forbidden("update", api.put("admin", "/engine-rest/filter/" + filterId("reviewer"), filter));
        assertThat(api.post(
                                "reviewer",
                                "/engine-rest/filter/create",
                                Map.of("resourceType", "Task", "name", "x", "query", Map.of()))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @FieldSource("QUERIES")
    void evaluatesNoExpressionThatIsAddedToAFilter(Map<String, Object> query) {
        String filter = "/engine-rest/filter/" + filterId("reviewer");
        for (String run : List.of("/list?maxResults=5", "/count"))
            forbidden(run, api.post("reviewer", filter + run, query));
        assertThat(api.post("reviewer", filter + "/singleResult", query).status())
                .isEqualTo(400);
        var browser = Browser.loggedIn(APPLICATION, "reviewer");
        browser.get("/camunda/app/tasklist/default/");
        String token = browser.cookie("XSRF-TOKEN").orElseThrow();
        var answer = browser.post(
                "/camunda/api/engine/engine/default/filter/%s/list?maxResults=5".formatted(filterId("reviewer")),
                api.text(query),
                "X-XSRF-TOKEN",
                token);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(FORBIDDEN);
    }

    @ParameterizedTest
    @FieldSource("QUERIES")
    void evaluatesNoExpressionThatAHandWroteIntoAFilter(Map<String, Object> query) {
        var jdbc = Database.of(TriedApplication.NAME).jdbc();
        jdbc.sql("delete from act_ru_filter where id_ = 'planted'").update();
        jdbc.sql("""
                insert into act_ru_filter (id_, rev_, resource_type_, name_, query_, properties_)
                values ('planted', 1, 'Task', 'planted', ?, '{}')""").param(api.text(query)).update();

        for (String run : List.of("/list?maxResults=5", "/count"))
            forbidden(run, api.tryGet("admin", "/engine-rest/filter/planted" + run));
        jdbc.sql("delete from act_ru_filter where id_ = 'planted'").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/engine",
                "/engine/default/task",
                "/task",
                "/version",
                "/process-definition",
                "/deployment",
                "/user",
                "/authorization",
                "/identity/password-policy",
                "/metrics",
                "/telemetry/configuration",
                "/history/cleanup/jobs",
                "/filter",
                "/job",
                "/openapi.json",
                "/task;x=1",
                "/%74ask"
            })
    void opensTheRestInterfaceToNobodyWithoutALogIn(String path) {
        assertThat(new Browser(APPLICATION).get("/engine-rest" + path).statusCode())
                .isIn(400, 401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /user/create                           | {\"profile\":{\"id\":\"x\"},\"credentials\":{\"password\":\"Quiet-Harbour-7\"}}",
                "POST   | /group/create                          | {\"id\":\"x\",\"name\":\"x\"}",
                "PUT    | /group/camunda-admin/members/reviewer  | {}",
                "PUT    | /group/compliance/members/reviewer     | {}",
                "POST   | /authorization/create                  | {\"type\":0,\"permissions\":[\"ALL\"],\"userId\":\"*\",\"resourceType\":0,\"resourceId\":\"*\"}",
                "POST   | /tenant/create                         | {\"id\":\"x\",\"name\":\"x\"}",
                "PUT    | /user/admin/credentials                | {\"password\":\"Quiet-Harbour-7\",\"authenticatedUserPassword\":\"PERSON\"}",
                "POST   | /user/admin/unlock                     | {}",
                "DELETE | /user/examiner                         | {}",
                "POST   | /identity/verify                       | {\"username\":\"admin\",\"password\":\"admin\"}",
                "GET    | /telemetry/configuration               |",
                "POST   | /telemetry/configuration               | {\"enableTelemetry\":true}",
                "GET    | /telemetry/data                        |",
                "GET    | /metrics?maxResults=5                  |",
                "GET    | /metrics/activity-instance-start/sum   |",
                "GET    | /version                               |",
                "GET    | /schema/log?maxResults=5               |",
                "POST   | /history/cleanup?immediatelyDue=true   | {}",
                "GET    | /history/cleanup/jobs                  |",
                "POST   | /decision-definition/key/tax-review/evaluate | {\"variables\":{}}",
                "PUT    | /process-definition/key/drift-to-notification/suspended | {\"suspended\":true}",
                "PUT    | /job/suspended                         | {\"processDefinitionKey\":\"rebalancing-run\",\"suspended\":true}",
                "POST   | /task/create                           | {\"name\":\"x\"}"
            })
    void leavesNothingOfTheEngineOpenToAReviewer(String method, String path, String body) {
        for (String person : List.of("reviewer", "examiner")) {
            String own = body == null ? null : body.replace("PERSON", person);
            Answer answer = api.send(person, method, "/engine-rest" + path, own);
            assertThat(answer.status())
                    .as("%s %s %s: %s", person, method, path, answer.body())
                    .isIn(403, 404);
        }
    }

    @Test
    void startsNoCaseForAReviewer() {
        String start = "/engine-rest/process-definition/key/drift-to-notification/start";
        Answer answer = api.post("reviewer", start, Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("message").asText()).contains("opened by a run only", "Nothing was started");
        assertThat(api.post("examiner", start, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void showsNeitherDeploymentsNorPeopleToAReviewer() {
        for (String path : List.of("/deployment", "/authorization", "/batch", "/history/user-operation", "/incident"))
            assertThat(api.tryGet("reviewer", "/engine-rest" + path + "?maxResults=50")
                            .body())
                    .as(path)
                    .isEmpty();
        assertThat(ids(api.tryGet("reviewer", "/engine-rest/user?maxResults=50").body()))
                .isSubsetOf("reviewer");
        for (JsonNode deployment : api.get("admin", "/engine-rest/deployment?maxResults=50"))
            assertThat(api.tryGet(
                                    "reviewer",
                                    "/engine-rest/deployment/%s/resources"
                                            .formatted(deployment.get("id").asText()))
                            .status())
                    .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "reviewer, /camunda/app/admin/default/",
        "reviewer, /camunda/app/cockpit/default/",
        "owner, /camunda/app/admin/default/",
        "examiner, /camunda/app/admin/default/",
        "reviewer, /camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated",
        "reviewer, /camunda/api/cockpit/plugin/base/default/process-definition/statistics",
        "reviewer, /camunda/api/engine/engine/default/telemetry/configuration",
        "reviewer, /camunda/api/engine/engine/default/version",
        "reviewer, /camunda/api/engine/engine/default/schema/log"
    })
    void keepsTheWebApplicationsOfOthersShut(String person, String path) {
        assertThat(Browser.loggedIn(APPLICATION, person).get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void makesNoAdministratorWithoutALogIn() {
        String user = "{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"Quiet-Harbour-7\"}}";
        var stranger = new Browser(APPLICATION);
        stranger.get("/login");
        for (String path : List.of(
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create;x=1",
                "/camunda//api/admin/setup/default/user/create"))
            assertThat(stranger.post(path, user).statusCode()).as(path).isIn(302, 400, 401, 403, 500);
        assertThat(stranger.post("/api/setup", "{\"token\":\"x\",\"user\":\"evil\",\"password\":\"Quiet-Harbour-7\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(ids(api.get("admin", "/engine-rest/user?maxResults=500"))).doesNotContain("evil");
    }

    @Test
    void takesNoSerializedObjectAsAVariable() {
        var objects = Stream.of(
                Map.of(
                        "value", "{}",
                        "type", "Object",
                        "valueInfo",
                                Map.of(
                                        "objectTypeName",
                                        "javax.management.BadAttributeValueExpException",
                                        "serializationDataFormat",
                                        "application/json")),
                Map.of(
                        "value", serialized(),
                        "type", "Object",
                        "valueInfo",
                                Map.of(
                                        "objectTypeName",
                                        "java.util.ArrayList",
                                        "serializationDataFormat",
                                        "application/x-java-serialized-object")));
        objects.forEach(object -> {
            Answer started = api.post(
                    "admin",
                    "/engine-rest/process-definition/key/rebalancing-run/start",
                    Map.of("variables", Map.of("gadget", object)));
            assertThat(started.status()).as(started.body().toString()).isIn(400, 500);
            assertThat(started.body().get("message").asText())
                    .containsAnyOf("serialized objects are refused", "format is prohibited");
        });
        assertThat(Database.of(TriedApplication.NAME).tablesWith("gadget"))
                .as("only the trace of the attempt names the variable")
                .containsExactly("audit.\"entry\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/process-instance", "/history/activity-instance", "/job", "/user"})
    void answersNoUnboundedQuery(String path) {
        Answer answer = api.tryGet("admin", "/engine-rest" + path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("message").asText()).contains("unbound number of results is forbidden");
    }

    private String filterId(String person) {
        return api.get(person, "/engine-rest/filter?maxResults=5")
                .get(0)
                .get("id")
                .asText();
    }

    private static void forbidden(String what, Answer answer) {
        assertThat(answer.status()).as("%s: %s", what, answer.body()).isEqualTo(400);
        assertThat(answer.body().get("message").asText()).as(what).contains(FORBIDDEN);
    }

    private static List<String> ids(JsonNode rows) {
        return Staff.list(rows).stream().map(row -> row.get("id").asText()).toList();
    }

    private static String serialized() {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(new ArrayList<>(List.of("x")));
            }
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
