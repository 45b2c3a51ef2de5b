package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.driftgate.story.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Strangers, other sites, and people who go beyond their role; each leaves a trace that says who and what. */
class AttackFromOutsideIT {

    private static final String EVIL = "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}";
    private static final List<Map<String, Object>> QUERIES = List.of(
            Map.of("assigneeExpression", EVIL), Map.of("orQueries", List.of(Map.of("assigneeExpression", EVIL))));
    private static final AttackedFirm FIRM = AttackedFirm.firm();
    private static final String CASE = FIRM.nextCase();

    @ParameterizedTest
    @FieldSource("QUERIES")
    void evaluatesNoExpressionOfAFilterOrAQuery(Map<String, Object> query) {
        var filter = Map.of("resourceType", "Task", "name", "sneaky", "query", query);
        String known = FIRM.api()
                .get("reviewer", "/engine-rest/filter?maxResults=5")
                .get(0)
                .get("id")
                .asText();

        forbidden(FIRM.api().post("admin", "/engine-rest/filter/create", filter));
        FIRM.traced("ATTEMPT_REFUSED", "admin", "filter expressions", "xpressions are forbidden");
        forbidden(FIRM.api().post("reviewer", "/engine-rest/filter/%s/list?maxResults=5".formatted(known), query));
        FIRM.traced("ATTEMPT_REFUSED", "reviewer", "filter expressions", "xpressions are forbidden");
        forbidden(FIRM.api().post("reviewer", "/engine-rest/task?maxResults=5", query));
        FIRM.traced("ATTEMPT_REFUSED", "reviewer", "task query impl", "xpressions are forbidden");
    }

    @Test
    void makesNoAdministratorForAStrangerOrAnybodyElse() {
        String path = "/camunda/api/admin/setup/default/user/create";
        String user = "{\"profile\":{\"id\":\"evil\"},\"credentials\":{\"password\":\"Quiet-Harbour-7\"}}";

        assertThat(new Browser(FIRM.application()).post(path, user).statusCode())
                .isIn(401, 403);
        FIRM.logged("refused to a stranger at 127.0.0.1: POST " + path);
        assertThat(Browser.loggedIn(FIRM.application(), "reviewer")
                        .post(path, user)
                        .statusCode())
                .isEqualTo(403);
        FIRM.traced("ACCESS_REFUSED", "reviewer", "POST " + path);
        assertThat(FIRM.count("select count(*) from act_id_user where id_ = 'evil'"))
                .isZero();
        unharmed();
    }

    @ParameterizedTest
    @CsvSource({"/api/reviews/CASE/decision", "/api/review-sessions", "/api/sending", "/engine-rest/task/x/complete"})
    void hearsNoOtherSiteInTheReviewersSession(String path) {
        Browser reviewer = Browser.loggedIn(FIRM.application(), "reviewer");
        reviewer.get("/api/cases");
        String target = path.replace("CASE", CASE);
        String decision = FIRM.api().text(AttackedFirm.decision(FIRM.review(CASE), "APPROVE"));

        HttpResponse<String> answer =
                reviewer.post(target, decision, "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        FIRM.traced("ACCESS_REFUSED", "reviewer", "POST " + target, "DRIFTGATE-CSRF");
        unharmed();
    }

    @Test
    void decidesNothingInASessionThatWasPlantedBeforeTheLogIn() {
        var victim = new Browser(FIRM.application());
        victim.get("/", "Accept", "text/html");
        String planted = victim.cookie("JSESSIONID").orElseThrow();
        victim.get("/login");
        victim.logIn("reviewer", "reviewer");
        var attacker = new Browser(FIRM.application());
        attacker.keep("JSESSIONID", planted);
        attacker.get("/login");
        String token = attacker.cookie("DRIFTGATE-CSRF").orElseThrow();
        String path = "/api/reviews/%s/decision".formatted(CASE);
        String decision = FIRM.api().text(AttackedFirm.decision(FIRM.review(CASE), "APPROVE"));

        HttpResponse<String> answer = attacker.post(path, decision, "X-DRIFTGATE-CSRF", token);

        assertThat(answer.statusCode()).isEqualTo(401);
        FIRM.logged("refused to a stranger at 127.0.0.1: POST " + path);
        unharmed();
    }

    @ParameterizedTest
    @CsvSource({
        "tax, /api/reviews/CASE/decision",
        "trader, /api/reviews/CASE/decision",
        "owner, /api/reviews/CASE/decision",
        "admin, /api/reviews/CASE/decision",
        "examiner, /api/reviews/CASE/decision",
        "advisor01, /api/reviews/CASE/override",
        "reviewer, /api/tax-reviews/CASE",
        "admin, /api/consents/CASE",
        "examiner, /api/sending",
        "reviewer, /engine-rest/identity/verify"
    })
    void letsNobodyBeyondTheirRole(String person, String path) {
        String target = path.replace("CASE", CASE);

        Answer answer = FIRM.api().post(person, target, AttackedFirm.decision(FIRM.review(CASE), "APPROVE"));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
        FIRM.traced("ACCESS_REFUSED", person, "POST " + target, "do not allow");
        unharmed();
    }

    @Test
    void takesNoObjectAsAVariable() {
        var gadget = Map.of(
                "value", "{}",
                "type", "Object",
                "valueInfo",
                        Map.of(
                                "objectTypeName",
                                "javax.management.BadAttributeValueExpException",
                                "serializationDataFormat",
                                "application/json"));

        Answer answer = FIRM.api()
                .post(
                        "admin",
                        "/engine-rest/process-definition/key/rebalancing-run/start",
                        Map.of("variables", Map.of("gadget", gadget)));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        FIRM.traced("ATTEMPT_REFUSED", "admin", "start process instance", "serialized objects are refused");
        unharmed();
    }

    private static void forbidden(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().get("message").asText()).contains("xpressions are forbidden");
        unharmed();
    }

    private static void unharmed() {
        assertThat(FIRM.state(CASE)).isEqualTo("IN_REVIEW");
        FIRM.nothingSent();
    }
}
