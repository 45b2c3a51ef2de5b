package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The review's task and its case through Tasklist, Cockpit and the engine's REST interface, by people who have a log-in. */
class AttackOnTasksIT {

    private static final String WEB = "/camunda/api/engine/engine/default";
    private static final String ROUTE = "{\"reviewRoute\":{\"value\":\"APPROVED\",\"type\":\"String\"}}";
    private static final String JUMP = "[{\"type\":\"startBeforeActivity\",\"activityId\":\"submitOrders\"}]";
    private static final AttackedFirm FIRM = AttackedFirm.firm();
    private static String about;
    private static String task;
    private static String instance;
    private static String definition;

    @BeforeAll
    static void chooseACase() {
        about = FIRM.nextCase();
        JsonNode open = FIRM.task(about);
        task = open.get("id").asText();
        instance = open.get("processInstanceId").asText();
        definition = open.get("processDefinitionId").asText();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "complete           | POST /complete                   | {}                            | No decision is recorded for | complete task",
                "complete routed    | POST /complete                   | {'variables':ROUTE}           | written by its own steps    | complete task",
                "submit form        | POST /submit-form                | {}                            | No decision is recorded for | submit task form",
                "submit form routed | POST /submit-form                | {'variables':ROUTE}           | written by its own steps    | submit task form",
                "resolve            | POST /resolve                    | {'variables':ROUTE}           | cannot be resolved          | resolve task",
                "resolve plainly    | POST /resolve                    | {}                            | cannot be resolved          | resolve task",
                "error              | POST /bpmnError                  | {'errorCode':'tradeRejected'} | left by an error            | handle task bpmn error",
                "escalation         | POST /bpmnEscalation             | {'escalationCode':'any'}      | cannot be escalated         | handle task escalation",
                "delegate           | POST /delegate                   | {'userId':'trader'}           |                             | delegate task",
                "reassign           | POST /assignee                   | {'userId':'tax'}              |                             | assign task",
                "reassign to none   | POST /assignee                   | {'userId':null}               |                             | assign task",
                "edit               | PUT                              | {'assignee':'tax','owner':'tax'} |                          | save task",
                "candidate          | POST /identity-links             | {'userId':'trader','type':'candidate'} |                    | add user identity link",
                "variable           | PUT /variables/reviewRoute       | {'value':'APPROVED','type':'String'} | written by its own steps | variables",
                "local variable     | PUT /localVariables/reviewRoute  | {'value':'APPROVED','type':'String'} | written by its own steps | variables",
                "variables          | POST /variables                  | {'modifications':ROUTE}       | written by its own steps    | variables",
                "local variables    | POST /localVariables             | {'modifications':ROUTE}       | written by its own steps    | variables",
                "remove a variable  | DELETE /variables/reviewRoute    |                               | written by its own steps    | variables",
                "remove the task    | DELETE                           |                               | cannot be deleted           | delete task"
            })
    void opensNoSideDoorOfTheReview(String name, String door, String body, String sentence, String attempt) {
        String method = door.split(" ")[0];
        String path = "/task/" + task + (door.contains(" ") ? door.split(" ")[1] : "");
        String json = body == null ? null : body.replace('\'', '"').replace("ROUTE", ROUTE);
        for (String person : List.of("reviewer", "tax")) {
            long before = FIRM.refusals(person, task);
            Api.Answer answer = FIRM.api().send(person, method, "/engine-rest" + path, json);
            refused(name + " by REST", answer.status(), answer.body().toString(), person, sentence);
            HttpResponse<String> page = inTasklist(person, method, path, json);
            refused(name + " in Tasklist", page.statusCode(), page.body(), person, sentence);
            Awaitility.await("both traces of " + name).until(() -> FIRM.refusals(person, task) >= before + 2);
        }
        FIRM.traced("ATTEMPT_REFUSED", "reviewer", about, attempt);
        assertThat(FIRM.task(about).get("assignee").isNull()).as(name).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "modify one      | /process-instance/INSTANCE/modification       | {'instructions':JUMP,'skipCustomListeners':true} | behind its review | modify process instance",
                "modify later    | /process-instance/INSTANCE/modification-async | {'instructions':JUMP,'skipIoMappings':true}      | behind its review | modify process instance",
                "modify many     | /modification/executeAsync   | {'processDefinitionId':'DEFINITION','processInstanceIds':['INSTANCE'],'instructions':JUMP} | behind its review | process instance modification batch",
                "modify by query | /modification/executeAsync   | {'processDefinitionId':'DEFINITION','processInstanceQuery':{'processDefinitionKey':'drift-to-notification'},'instructions':JUMP} | behind its review | process instance modification batch",
                "restart         | /process-definition/DEFINITION/restart-async | {'processInstanceIds':['INSTANCE'],'instructions':JUMP} | not started again | restart process instances batch",
                "migrate         | /migration/executeAsync      | {'migrationPlan':{'sourceProcessDefinitionId':'DEFINITION','targetProcessDefinitionId':'DEFINITION','instructions':[{'sourceActivityIds':['reviewProposal'],'targetActivityIds':['reviewTaxLots']}]},'processInstanceIds':['INSTANCE']} | migrated past its review | migrate process instance batch",
                "set variables   | /process-instance/variables-async | {'processInstanceIds':['INSTANCE'],'variables':ROUTE} | written by its own steps | set variables to process instances batch",
                "delete          | /process-instance/delete     | {'processInstanceIds':['INSTANCE'],'skipCustomListeners':true} | not deleted | delete process instance batch",
                "delete by query | /process-instance/delete     | {'processInstanceQuery':{'processDefinitionKey':'drift-to-notification'}} | not deleted | delete process instance batch",
                "correlate       | /process-instance/message-async | {'messageName':'executionsArrived','processInstanceIds':['INSTANCE'],'variables':ROUTE} | written by its own steps | message",
                "start           | /process-definition/key/drift-to-notification/start | {'businessKey':'x','startInstructions':JUMP} | opened by a run only | start process instance at activities"
            })
    void doesNothingInCockpitThatGoesRoundTheReview(
            String name, String path, String body, String sentence, String attempt) {
        String json = body.replace("ROUTE", ROUTE.replace('"', '\''))
                .replace("JUMP", JUMP.replace('"', '\''))
                .replace('\'', '"')
                .replace("INSTANCE", instance)
                .replace("DEFINITION", definition);

        HttpResponse<String> answer =
                inCockpit(path.replace("INSTANCE", instance).replace("DEFINITION", definition), json);

        assertThat(answer.statusCode()).as("%s: %s", name, answer.body()).isEqualTo(400);
        assertThat(answer.body()).as(name).contains(sentence);
        FIRM.traced("ATTEMPT_REFUSED", "admin", attempt, sentence);
        assertThat(FIRM.count("select count(*) from act_ru_batch")).as(name).isZero();
        stillInReview();
    }

    @Test
    void doesNothingInCockpitWithoutItsToken() {
        Browser admin = Browser.loggedIn(FIRM.application(), "admin");
        admin.get("/camunda/app/cockpit/default/");

        HttpResponse<String> answer = admin.post(WEB + "/modification/executeAsync", "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        FIRM.traced("ACCESS_REFUSED", "admin", "POST " + WEB + "/modification/executeAsync", "127.0.0.1");
        stillInReview();
    }

    private static HttpResponse<String> inCockpit(String path, String json) {
        return inPage("admin", "cockpit", "POST", path, json);
    }

    private static HttpResponse<String> inTasklist(String person, String method, String path, String json) {
        return inPage(person, "tasklist", method, path, json);
    }

    /** As the page's own script does: the session, and the token that the page was given. */
    private static HttpResponse<String> inPage(String person, String page, String method, String path, String json) {
        Browser browser = Browser.loggedIn(FIRM.application(), person);
        browser.get("/camunda/app/%s/default/".formatted(page));
        String token = browser.cookie("XSRF-TOKEN").orElseThrow();
        return browser.send(method, WEB + path, json, "X-XSRF-TOKEN", token);
    }

    private static void refused(String name, int status, String said, String person, String sentence) {
        if (person.equals("reviewer") && sentence != null) {
            assertThat(status).as("%s: %s", name, said).isIn(400, 409);
            assertThat(said).as(name).contains(sentence);
        } else assertThat(status).as("%s by %s: %s", name, person, said).isIn(400, 403, 404, 409);
        stillInReview();
    }

    private static void stillInReview() {
        assertThat(FIRM.state(about)).isEqualTo("IN_REVIEW");
        assertThat(FIRM.task(about).get("id").asText()).isEqualTo(task);
        FIRM.nothingSent();
    }
}
