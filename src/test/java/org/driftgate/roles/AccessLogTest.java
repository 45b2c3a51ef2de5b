package org.driftgate.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** "Whose data did this session see?" is answered exactly, whichever way the data went out. */
class AccessLogTest extends RunningFirm {

    private static final String[] BOTH = {"H000001", "H000002"};

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TransactionTemplate transaction;

    private Firm firm;

    @BeforeEach
    void open() {
        firm = new Firm(engine, transaction);
    }

    @Test
    void namesExactlyTheHouseholdsThatASessionSaw() throws Exception {
        HttpClient browser = loggedIn("tax");
        String session = session("tax");
        assertThat(seenIn(session)).isEmpty();

        send(browser, page("/api/cases/" + Firm.caseOf("H000002")));
        assertThat(seenIn(session)).containsExactly("H000002");
        send(browser, page("/"));
        assertThat(seenIn(session)).containsExactly(BOTH);

        HttpClient another = loggedIn("tax");
        send(another, page("/api/runs"));
        assertThat(seenIn(session("tax"))).isEmpty();
    }

    @Test
    void knowsWhatTheEngineAndTasklistTold() throws Exception {
        HttpClient browser = loggedIn("advisor01");
        String session = session("advisor01");
        String task = firm.task("H000001").getId();

        send(browser, page("/camunda/api/engine/engine/default/task/count"));
        assertThat(seenIn(session)).isEmpty();
        send(browser, page("/camunda/api/engine/engine/default/task/%s/form-variables".formatted(task)));
        assertThat(seenIn(session)).containsExactly("H000001");

        String before = newest();
        get("reviewer", "/engine-rest/variable-instance?maxResults=100");
        JsonNode row = search("person=reviewer").get("answers").get(0);
        assertThat(row.get("id").asText()).isNotEqualTo(before);
        assertThat(strings(row.get("households"))).containsExactly(BOTH);
        assertThat(row.get("session").isNull()).isTrue();
        assertThat(row.get("path").asText()).isEqualTo("/engine-rest/variable-instance");
    }

    @Test
    void keepsWhatWasRefusedApart() throws Exception {
        get("advisor02", "/api/cases/" + Firm.caseOf("H000001"));

        JsonNode row = search("person=advisor02").get("answers").get(0);
        assertThat(row.get("status").asInt()).isEqualTo(404);
        assertThat(strings(row.get("households"))).isEmpty();
        assertThat(strings(row.get("refused"))).containsExactly(Firm.caseOf("H000001"));
    }

    @Test
    void answersWhoSawAHousehold() throws Exception {
        get("owner", "/api/cases/" + Firm.caseOf("H000001"));

        JsonNode answers = search("household=H000001&person=owner").get("answers");
        assertThat(answers)
                .isNotEmpty()
                .allMatch(row -> strings(row.get("households")).contains("H000001"));
        assertThat(get("owner", "/api/access").statusCode()).isEqualTo(403);
    }

    @Test
    void showsNothingThatCannotBeRecorded() throws Exception {
        firm.jdbc().sql("alter table driftgate.access rename to access_away").update();
        try {
            var answer = get("reviewer", "/api/cases");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("could not be recorded").doesNotContain("H000001");
        } finally {
            firm.jdbc()
                    .sql("alter table driftgate.access_away rename to access")
                    .update();
        }
    }

    private HttpRequest.Builder page(String path) {
        return HttpRequest.newBuilder(address(path)).header("Accept", "text/html, application/json");
    }

    /** Of that person's newest log-in. */
    private String session(String person) {
        return firm.jdbc()
                .sql(
                        "select facts ->> 'session' from audit.entry where event = 'LOGGED_IN' and actor = ? order by id desc limit 1")
                .param(person)
                .query(String.class)
                .single();
    }

    private List<String> seenIn(String session) throws Exception {
        return strings(search("session=" + session).get("households"));
    }

    private String newest() throws Exception {
        return search("").path("answers").path(0).path("id").asText();
    }

    private JsonNode search(String query) throws Exception {
        return new ObjectMapper()
                .readTree(get("examiner", "/api/access?" + query).body());
    }

    private static List<String> strings(JsonNode array) {
        var all = new ArrayList<String>();
        array.forEach(one -> all.add(one.asText()));
        return all;
    }
}
