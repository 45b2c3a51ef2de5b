package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.driftgate.story.Api.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every road round the gate that the engine's own interface offers, tried on the running application by its administrator. */
class GateRoadsIT {

    private static final AttackedFirm FIRM = AttackedFirm.firm();
    private static final String REST = "/engine-rest";
    private static RunningApplication application;
    private static Api api;
    private static Outside outside;
    private static FirmRecord record;
    private static JsonNode about;
    private static String instance;
    private static String definition;
    private static String task;

    @BeforeAll
    static void bringACaseToItsReview() {
        application = FIRM.application();
        api = FIRM.api();
        outside = FIRM.outside();
        record = new FirmRecord(api, new Staff(api), outside);
        about = api.get("examiner", "/api/cases/" + FIRM.nextCase());
        JsonNode open = FIRM.task(FirmRecord.id(about));
        task = open.get("id").asText();
        instance = open.get("processInstanceId").asText();
        definition = open.get("processDefinitionId").asText();
    }

    @Test
    void putsNoTokenBehindTheReview() {
        var jump = List.of(Map.of("type", "startBeforeActivity", "activityId", "submitOrders"));
        var one = Map.of("skipCustomListeners", true, "skipIoMappings", true, "instructions", jump);
        var many = Map.of(
                "processDefinitionId", definition, "processInstanceIds", List.of(instance), "instructions", jump);

        refused(400, post("/process-instance/%s/modification".formatted(instance), one), "behind its review");
        refused(400, post("/process-instance/%s/modification-async".formatted(instance), one), "behind its review");
        refused(400, post("/modification/execute", many), "behind its review");
        refused(400, post("/modification/executeAsync", many), "behind its review");
        tracedToTheCase("modify process instance");
    }

    @Test
    void startsNoCaseBehindTheReview() {
        var jump = List.of(Map.of("type", "startBeforeActivity", "activityId", "submitOrders"));
        var start = Map.of("businessKey", FirmRecord.id(about), "startInstructions", jump, "skipCustomListeners", true);
        var restart = Map.of("processInstanceIds", List.of(instance), "instructions", jump);
        String key = "/process-definition/key/drift-to-notification/start";

        refused(400, post(key, start), "opened by a run only");
        refused(400, post(key, Map.of("businessKey", FirmRecord.id(about))), "opened by a run only");
        refused(400, post("/process-definition/%s/restart".formatted(definition), restart), "not started again");
        refused(400, post("/process-definition/%s/restart-async".formatted(definition), restart), "not started again");
        traced("restart process instances batch");
    }

    @Test
    void migratesNoCasePastTheReview() {
        var mapping =
                Map.of("sourceActivityIds", List.of("reviewProposal"), "targetActivityIds", List.of("reviewTaxLots"));
        var plan = Map.of(
                "sourceProcessDefinitionId", definition,
                "targetProcessDefinitionId", definition,
                "instructions", List.of(mapping));
        var migration = Map.of("migrationPlan", plan, "processInstanceIds", List.of(instance));

        refused(400, post("/migration/execute", migration), "migrated past its review");
        refused(400, post("/migration/executeAsync", migration), "migrated past its review");
        traced("migrate process instance batch");
    }

    @Test
    void writesNoVariableOfACase() {
        String sentence = "written by its own steps only";
        var approved = Map.of("value", "APPROVED", "type", "String");
        var routes = Map.of("reviewRoute", approved);
        String variables = "/process-instance/%s/variables".formatted(instance);

        refused(400, api.put("admin", REST + variables + "/reviewRoute", approved), sentence);
        refused(400, post(variables, Map.of("modifications", routes)), sentence);
        refused(400, api.delete("admin", REST + variables + "/tradedAlready"), sentence);
        refused(
                400,
                post(
                        "/process-instance/variables-async",
                        Map.of("processInstanceIds", List.of(instance), "variables", routes)),
                sentence);
        refused(400, post("/task/%s/variables".formatted(task), Map.of("modifications", routes)), sentence);
        var message =
                Map.of("messageName", "executionsArrived", "processInstanceId", instance, "processVariables", routes);
        refused(400, post("/message", message), sentence);
        tracedToTheCase("patch execution variables");
    }

    @Test
    void endsNoTaskWithoutItsDecision() {
        for (String door : List.of("/complete", "/submit-form"))
            for (String person : List.of("admin", "reviewer"))
                refused(
                        409,
                        api.post(person, REST + "/task/" + task + door, Map.of()),
                        "No decision is recorded for",
                        "Open the task's form in Tasklist");
        tracedToTheCase("complete task");
    }

    @Test
    void removesNoOpenCase() {
        String sentence = "An open case is not deleted";
        String deployment = api.get("admin", REST + "/process-definition/" + definition)
                .get("deploymentId")
                .asText();
        refused(400, api.delete("admin", REST + "/process-instance/" + instance), sentence);
        refused(400, post("/process-instance/delete", Map.of("processInstanceIds", List.of(instance))), sentence);
        refused(400, api.delete("admin", REST + "/deployment/" + deployment + "?cascade=true"), sentence);
        refused(400, api.delete("admin", REST + "/process-definition/" + definition + "?cascade=true"), sentence);
        tracedToTheCase("delete process instance");
    }

    static List<Path> attacks() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/attacks"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void deploysNoMaliciousModel(Path attack) throws IOException {
        int before = count("/deployment/count");
        String name = attack.getFileName().toString();

        var answer = new ModelerUpload(application).deploy("owner", name, Files.readString(attack));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().get("type").asText()).isNotBlank();
        assertThat(answer.body().get("message").asText()).contains("'%s' was not deployed".formatted(name), "(rule: ");
        assertThat(answer.body().get("details").get(name).get("errors")).isNotEmpty();
        assertThat(count("/deployment/count")).isEqualTo(before);
        FIRM.traced("ATTEMPT_REFUSED", "owner", "deploy", "'%s' was not deployed".formatted(name));
        FIRM.nothingSent();
    }

    @Test
    void deploysALegalEditOfTheProcessOwnerOnly() throws IOException {
        String edited = Files.readString(Path.of("processes/drift-to-notification.bpmn"))
                .replace("name=\"Review proposal\"", "name=\"Look at the proposal\"");
        var modeler = new ModelerUpload(application);

        for (String person : List.of("reviewer", "tax", "advisor01", "trader", "examiner", "admin"))
            assertThat(modeler.deploy(person, "drift-to-notification.bpmn", edited)
                            .status())
                    .as(person)
                    .isEqualTo(403);
        var answer = modeler.deploy("owner", "drift-to-notification.bpmn", edited);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().get("deployedProcessDefinitions")).hasSize(1);
        String id = answer.body().get("id").asText();
        assertThat(api.get("owner", REST + "/deployment/" + id + "/resources").findValuesAsText("name"))
                .contains("forms/review-proposal.html", "processes/tax-review.dmn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not XML at all", "<bpmn:definitions xmlns:bpmn=\"x\">"})
    void tellsWhatDoesNotParse(String content) {
        var answer = new ModelerUpload(application).deploy("owner", "broken.bpmn", content);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().get("details").get("broken.bpmn").get("errors"))
                .isNotEmpty();
    }

    private static Answer post(String path, Object body) {
        return api.post("admin", REST + path, body);
    }

    private static int count(String path) {
        return api.get("admin", REST + path).get("count").asInt();
    }

    private static void refused(int status, Answer answer, String... sentences) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.body().get("type").asText()).isNotBlank();
        assertThat(answer.body().get("message").asText()).contains(sentences);
        FIRM.nothingSent();
        assertThat(api.get("examiner", "/api/cases/" + FirmRecord.id(about))
                        .get("state")
                        .asText())
                .isEqualTo("IN_REVIEW");
    }

    private static void tracedToTheCase(String attempt) {
        assertThat(record.timeline(about)).anySatisfy(entry -> {
            assertThat(entry.get("event").asText()).isEqualTo("ATTEMPT_REFUSED");
            assertThat(entry.toString()).contains("admin", attempt);
        });
        traced(attempt);
    }

    private static void traced(String attempt) {
        assertThat(application.log()).contains("refused to admin: " + attempt);
    }
}
