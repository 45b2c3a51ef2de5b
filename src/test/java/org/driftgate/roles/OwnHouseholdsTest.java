package org.driftgate.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An adviser sees and works own households only, by every road; nobody else answers for an adviser. */
class OwnHouseholdsTest extends RunningFirm {

    private static final String OWN = "H000001";
    private static final String OTHERS = "H000002";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TransactionTemplate transaction;

    private Firm firm;

    @BeforeEach
    void open() {
        firm = new Firm(engine, transaction);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/cases",
                "/api/runs",
                "/engine-rest/task",
                "/engine-rest/process-instance",
                "/engine-rest/execution",
                "/engine-rest/variable-instance",
                "/engine-rest/job",
                "/engine-rest/incident",
                "/engine-rest/event-subscription",
                "/engine-rest/history/process-instance",
                "/engine-rest/history/variable-instance",
                "/engine-rest/history/task",
                "/engine-rest/history/activity-instance",
                "/engine-rest/history/detail",
                "/engine-rest/history/user-operation",
                "/engine-rest/history/identity-link-log",
                "/engine-rest/history/job-log"
            })
    void listsNothingOfAnotherAdvisersHousehold(String list) throws Exception {
        String path = list.startsWith("/engine-rest") ? list + "?maxResults=100" : list;
        String others = firm.task(OTHERS).getProcessInstanceId();

        HttpResponse<String> answer = get("advisor01", path);
        assertThat(answer.statusCode()).isIn(200, 403);
        assertThat(answer.body()).doesNotContain(OTHERS, others);
        assertThat(get("examiner", path).statusCode()).isEqualTo(200);
    }

    @Test
    void showsAnAdviserTheTaskAndTheColumnsOfOwnHouseholds() throws Exception {
        assertThat(get("advisor01", "/engine-rest/task?maxResults=100").body()).contains("Family " + OWN);
        assertThat(get("advisor01", "/engine-rest/variable-instance?maxResults=100")
                        .body())
                .contains("\"householdName\"", "Family " + OWN);
        assertThat(get("advisor01", "/engine-rest/process-instance?maxResults=100")
                        .body())
                .contains(Firm.caseOf(OWN));
    }

    @Test
    void showsAndChangesNothingOfAnotherAdvisersHouseholdByItsId() throws Exception {
        String task = "/engine-rest/task/" + firm.task(OTHERS).getId();
        String instance = "/engine-rest/process-instance/" + firm.task(OTHERS).getProcessInstanceId();
        for (String path : List.of(
                task,
                task + "/form-variables",
                task + "/variables",
                task + "/identity-links",
                instance,
                instance + "/variables",
                instance + "/activity-instances",
                instance.replace("process-instance", "execution"),
                "/engine-rest/history" + instance.substring("/engine-rest".length())))
            refused(path, get("advisor01", path));
        for (String action : List.of("/claim", "/complete", "/submit-form", "/assignee", "/delegate", "/resolve"))
            refused(action, ask("advisor01", "POST", task + action, "{\"userId\":\"advisor01\"}"));
        assertThat(firm.task(OTHERS).getAssignee()).isNull();
    }

    @Test
    void answersForAnotherAdvisersCaseAsForNone() throws Exception {
        for (String path : List.of(
                "/api/cases/%s",
                "/api/cases/%s/timeline",
                "/api/reviews/%s",
                "/api/consents/%s",
                "/api/exceptions/%s",
                "/cases/%s",
                "/cases/%s/blocks")) {
            HttpResponse<String> others = get("advisor01", path.formatted(Firm.caseOf(OTHERS)));
            HttpResponse<String> none = get("advisor01", path.formatted(Firm.RUN + ".H999999"));
            assertThat(others.statusCode()).as(path).isEqualTo(404).isEqualTo(none.statusCode());
            assertThat(others.body().replace(OTHERS, "H")).isEqualTo(none.body().replace("H999999", "H"));
        }
        for (String path : List.of("/api/questions/", "/api/manual/", "/api/consents/", "/api/exceptions/")) {
            String body = path.contains("questions") ? "{\"answer\":\"yes\"}" : "{\"note\":\"yes\"}";
            assertThat(ask("advisor01", "POST", path + Firm.caseOf(OTHERS), body)
                            .statusCode())
                    .as(path)
                    .isIn(400, 404);
        }
        assertThat(get("advisor01", "/api/cases/" + Firm.caseOf(OWN)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "reviewer", "owner", "examiner", "advisor01"})
    void letsNobodyAnswerForAnAdviser(String person) throws Exception {
        String form =
                "/engine-rest/task/%s/submit-form".formatted(firm.task(OTHERS).getId());
        String answer = "{\"variables\":{\"answer\":{\"value\":\"yes\",\"type\":\"String\"}}}";

        assertThat(ask(person, "POST", form, answer).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(firm.task(OTHERS)).isNotNull();
    }

    private static void refused(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isIn(400, 403, 404, 500);
        assertThat(answer.body()).as(what).doesNotContain("Family " + OTHERS);
    }
}
