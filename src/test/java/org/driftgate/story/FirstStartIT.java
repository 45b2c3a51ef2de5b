package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A firm's own first start: closed until the holder of the token makes the first administrator, then closed for ever. */
@TestMethodOrder(OrderAnnotation.class)
class FirstStartIT {

    private static final String NAME = "first-start";
    private static final String GOOD = "Quiet-Harbour-77";
    private static final Pattern TOKEN = Pattern.compile("(?m)^ {4}([A-Za-z0-9_-]{43})$");
    private static final Map<String, String> CANARIES = Map.of(
            "driftgate.orion.password", "canary-orion-31c4",
            "driftgate.schwab.client-secret", "canary-schwab-88aa",
            "driftgate.schwab.refresh-token", "canary-refresh-19d2",
            "driftgate.redtail.api-key", "canary-key-5be0",
            "driftgate.redtail.password", "canary-redtail-a8c7",
            "driftgate.mail.firm.password", "canary-mail-77f1");

    private static RunningApplication application;
    private static String token;

    @BeforeAll
    static void start() {
        RunningApplication.forget(NAME);
        application = RunningApplication.start(NAME, settings());
        var shown = TOKEN.matcher(application.log());
        assertThat(shown.find()).as(application.log()).isTrue();
        token = shown.group(1);
        assertThat(shown.find()).as("shown once").isFalse();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    @Order(1)
    void answersNothingButHealthBeforeThereIsAnAdministrator() {
        var browser = new Browser(application);
        assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
        for (String path : List.of(
                "/",
                "/login",
                "/api/cases",
                "/engine-rest/engine",
                "/camunda/app/tasklist/default/",
                "/camunda/app/admin/default/setup/",
                "/actuator/prometheus",
                "/setup;x=1",
                "/setup/",
                "/%73etup",
                "/desk/..%2fapi/cases",
                "/v3/api-docs"))
            assertThat(browser.get(path).statusCode()).as(path).isIn(400, 503);
        HttpResponse<String> call =
                browser.post("/camunda/api/admin/setup/default/user/create", "{\"profile\":{\"id\":\"evil\"}}");
        assertThat(call.statusCode()).isEqualTo(503);
        assertThat(call.body()).contains("Set-up needed", "/setup");
        assertThat(browser.get("/", "Accept", "text/html").body()).contains("<a href=\"/setup\">");
    }

    @Test
    @Order(2)
    void makesNobodyWithAWrongTokenAWeakPasswordOrAnOddName() {
        refused(Map.of("token", token + "x", "user", "chief", "password", GOOD), "the token is wrong, used or expired");
        refused(Map.of("token", token, "user", "chief", "password", "short"), "needs at least 10 characters");
        refused(Map.of("token", token, "user", "chief", "password", "P@ssw0rd2026!"), "everybody knows");
        refused(Map.of("token", token, "user", "chief", "password", "Chief-Harbour-77"), "the user's name");
        refused(Map.of("token", token, "user", "chief' or 1=1", "password", GOOD), "letters and figures");

        assertThat(count("select count(*) from act_id_user")).isZero();
        assertThat(count("select count(*) from audit.entry where event = 'SET_UP_REFUSED'"))
                .isEqualTo(5);
        assertThat(Database.of(NAME).tablesWith(token)).isEmpty();
    }

    @Test
    @Order(3)
    void makesOneAdministratorHoweverManyAskAtOnceAndThenNoneEver() throws Exception {
        List<Callable<Integer>> askers = List.of(() -> ask("chief"), () -> ask("rival"), () -> ask("third"));
        var threads = Executors.newFixedThreadPool(askers.size());
        var answers = threads.invokeAll(askers).stream().map(FirstStartIT::get).toList();
        threads.shutdown();

        assertThat(answers).containsExactlyInAnyOrder(201, 404, 404);
        assertThat(count("select count(*) from act_id_membership where group_id_ = 'camunda-admin'"))
                .isEqualTo(1);
        assertThat(new Browser(application).get("/setup").statusCode()).isEqualTo(404);
        assertThat(ask("late")).isEqualTo(404);
        assertThat(count("select count(*) from act_id_user")).isEqualTo(1);
        assertThat(count("select count(*) from audit.entry where event = 'ADMINISTRATOR_MADE'"))
                .isEqualTo(1);
    }

    @Test
    @Order(4)
    void letsTheAdministratorInWithoutAnyRightToDecide() {
        String chief = administrator();
        var api = new Api(application);

        assertThat(api.as(chief, GOOD, "GET", "/api/runs", null).status()).isEqualTo(200);
        for (String path : List.of("/api/reviews/R1.H1/decision", "/api/tax-reviews/R1.H1", "/api/consents/R1.H1"))
            assertThat(api.as(chief, GOOD, "POST", path, Map.of()).status())
                    .as(path)
                    .isEqualTo(403);
        assertThat(api.as(chief, GOOD, "GET", "/engine-rest/task?maxResults=5", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Order(5)
    void keepsTheLastAdministratorAndTakesNoWeakPasswordFromThem() {
        String chief = administrator();
        var api = new Api(application);

        for (String path : List.of(
                "/engine-rest/user/" + chief,
                "/engine-rest/group/camunda-admin/members/" + chief,
                "/engine-rest/group/camunda-admin"))
            assertThat(api.as(chief, GOOD, "DELETE", path, null).status())
                    .as(path)
                    .isEqualTo(400);
        for (String password : List.of("p", "Welcome123!", "SpringSpring1!", "Passw0rd!!"))
            assertThat(api.as(chief, GOOD, "POST", "/engine-rest/user/create", user("dora", password))
                            .status())
                    .as(password)
                    .isNotEqualTo(204);
        assertThat(count("select count(*) from act_id_user")).isEqualTo(1);
        assertThat(api.as(chief, GOOD, "POST", "/engine-rest/user/create", user("dora", "Quiet-Harbour-78"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    @Order(6)
    void sendsItsCookiesOverTlsOnly() {
        List<String> cookies = new Browser(application).get("/login").headers().allValues("Set-Cookie");

        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> assertThat(cookie).contains("Secure", "SameSite=Lax"));
    }

    @Test
    @Order(7)
    void keepsEverySecretOutOfItsLogAndItsDatabaseEvenWhenNothingWorks() {
        var api = new Api(application);
        String chief = administrator();
        api.as(chief, GOOD, "GET", "/api/connections", null);
        api.as(chief, GOOD, "GET", "/api/configuration", null);
        api.as(chief, "canary-guess-0001", "GET", "/api/runs", null);
        String process = "/engine-rest/process-definition/key/rebalancing-run/start";
        var reason = Map.of("runReason", Map.of("value", "a try", "type", "String"));
        api.as(chief, GOOD, "POST", process, Map.of("variables", reason)).ok();
        Awaitility.await("a step fails")
                .atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from act_ru_job where exception_msg_ is not null") > 0);
        var database = Database.of(NAME);

        var secrets = new HashMap<>(CANARIES);
        secrets.put("wrong password", "canary-guess-0001");
        secrets.put("administrator's password", GOOD);
        for (String role : List.of("postgres", "driftgate_owner", "driftgate_app"))
            secrets.put(role, database.secret(role));
        secrets.forEach((name, secret) -> {
            assertThat(application.log()).as(name).doesNotContain(secret);
            assertThat(database.tablesWith(secret)).as(name).isEmpty();
        });
        assertThat(database.tablesWith(token)).isEmpty();
        assertThat(database.tablesWith("ADMINISTRATOR_MADE"))
                .as("the search finds what is there")
                .contains("audit.\"entry\"");
    }

    @Test
    @Order(8)
    void showsNoTokenAtTheNextStart() {
        application.close();
        application = RunningApplication.start(NAME, settings());

        assertThat(TOKEN.matcher(application.log()).find()).isFalse();
        assertThat(ask("late")).isEqualTo(404);
    }

    private static String administrator() {
        return Database.of(NAME)
                .jdbc()
                .sql("select person from driftgate.first_administrator")
                .query(String.class)
                .single();
    }

    private static void refused(Map<String, String> body, String why) {
        HttpResponse<String> answer = new Browser(application).post("/api/setup", json(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(why);
    }

    private static int ask(String user) {
        return new Browser(application)
                .post("/api/setup", json(Map.of("token", token, "user", user, "password", GOOD)))
                .statusCode();
    }

    private static Map<String, Object> user(String name, String password) {
        return Map.of(
                "profile",
                Map.of("id", name, "firstName", "D", "lastName", "D"),
                "credentials",
                Map.of("password", password));
    }

    private static long count(String sql) {
        return Database.of(NAME).jdbc().sql(sql).query(Long.class).single();
    }

    private static String json(Map<String, String> body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T get(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(CANARIES);
        settings.putAll(Map.of(
                "spring.profiles.active", "firm",
                "driftgate.database.embedded", "true",
                "driftgate.orion.base-url", "http://localhost:1/orion",
                "driftgate.orion.eclipse-url", "http://localhost:1/eclipse",
                "driftgate.schwab.base-url", "http://localhost:1/schwab",
                "driftgate.redtail.base-url", "http://localhost:1/redtail",
                "driftgate.mail.host", "localhost",
                "driftgate.mail.port", "1",
                "driftgate.mail.firm.address", "office@firm.example",
                "driftgate.mail.journal", "journal@firm.example"));
        settings.put("driftgate.mail.firm.name", "Firm");
        settings.put("driftgate.mail.firm.user", "office");
        settings.put("driftgate.mail.administrator", "administrator@firm.example");
        settings.put("driftgate.orion.user", "firm");
        settings.put("driftgate.schwab.client-id", "firm");
        settings.put("driftgate.redtail.user", "firm");
        return settings;
    }
}
