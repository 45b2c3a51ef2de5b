package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own pages and addresses as a browser or a stranger meets them. */
class DoorsIT {

    private static final RunningApplication APPLICATION = TriedApplication.running();
    private static final String LARGE = "x".repeat(1_100_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/desk/desk.css",
                "/api/cases",
                "/api/nothing",
                "/engine-rest/task?maxResults=5",
                "/engine-rest/nothing",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine",
                "/nothing",
                "/actuator/health",
                "/v3/api-docs",
                "/cases/R1.H1",
                "/setup"
            })
    void saysWithEveryAnswerWhatABrowserShouldRefuse(String path) {
        for (Browser browser : List.of(new Browser(APPLICATION), Browser.loggedIn(APPLICATION, "reviewer"))) {
            HttpHeaders headers = browser.get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
            assertThat(headers.map()).as(path).doesNotContainKeys("server", "x-powered-by", "www-authenticate");
            if (path.equals("/setup")) continue;
            assertThat(headers.firstValue("Referrer-Policy")).as(path).isPresent();
            assertThat(headers.firstValue("Permissions-Policy")).as(path).isPresent();
        }
    }

    @Test
    void writesNoScriptAndNoStyleIntoItsPages() {
        Browser reviewer = Browser.loggedIn(APPLICATION, "reviewer");
        for (String path : List.of("/", "/login", "/cases/R1.H1"))
            assertThat(reviewer.get(path, "Accept", "text/html").body())
                    .as(path)
                    .contains("<html")
                    .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                    .doesNotContain("<style", " style=", "javascript:")
                    .doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void givesANewSessionAtTheLogInAndTakesNoPlantedOne() {
        var victim = new Browser(APPLICATION);
        victim.get("/", "Accept", "text/html");
        String before = victim.cookie("JSESSIONID").orElseThrow();
        victim.get("/login");
        victim.logIn("reviewer", "reviewer");
        String after = victim.cookie("JSESSIONID").orElseThrow();

        assertThat(after).isNotEqualTo(before);
        var attacker = new Browser(APPLICATION);
        attacker.keep("JSESSIONID", before);
        assertThat(attacker.get("/api/cases").statusCode()).isEqualTo(401);
        assertThat(victim.get("/api/cases").statusCode()).isEqualTo(200);
    }

    @Test
    void endsASessionForEverAtTheLogOut() {
        Browser reviewer = Browser.loggedIn(APPLICATION, "reviewer");
        reviewer.get("/api/cases");
        String session = reviewer.cookie("JSESSIONID").orElseThrow();
        reviewer.form(
                "/logout", Map.of("_csrf", reviewer.cookie("DRIFTGATE-CSRF").orElseThrow()));

        var thief = new Browser(APPLICATION);
        thief.keep("JSESSIONID", session);
        assertThat(thief.get("/api/cases").statusCode()).isEqualTo(401);
        assertThat(thief.get("/camunda/api/engine/engine").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsTheSessionFromScriptsAndOtherSites() {
        var browser = new Browser(APPLICATION);
        browser.get("/login");
        List<String> cookies = browser.logIn("reviewer", "reviewer").headers().allValues("Set-Cookie");

        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/runs",
        "/api/reviews/R1.H1/decision",
        "/api/review-sessions",
        "/engine-rest/task/x/complete",
        "/logout",
        "/camunda/api/engine/engine/default/task/x/complete"
    })
    void refusesWhatAnotherSiteSends(String path) {
        Browser reviewer = Browser.loggedIn(APPLICATION, "reviewer");
        reviewer.get("/api/cases");

        HttpResponse<String> answer =
                reviewer.post(path, "{}", "Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    @Test
    void refusesALogInThatAnotherSiteSends() {
        HttpResponse<String> answer =
                new Browser(APPLICATION).form("/login", Map.of("username", "reviewer", "password", "reviewer"));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/runs", "/login", "/engine-rest/task", "/camunda/api/engine/engine/default/task"})
    void readsNoBodyThatIsTooLarge(String path) throws IOException {
        var answer = new Browser(APPLICATION).post(path, LARGE);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("At most 1048576 bytes");
    }

    @Test
    void stopsReadingABodyThatDoesNotSayHowLargeItIs() {
        var request = java.net.http.HttpRequest.newBuilder(APPLICATION.address("/api/runs"))
                .header("Content-Type", "application/json")
                .header("Authorization", basic("trader", "trader"))
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                        ("{\"scope\":\"ALL\",\"reason\":\"" + LARGE + "\"}").getBytes(StandardCharsets.UTF_8))));

        assertThat(new Browser(APPLICATION).send(request).statusCode()).isEqualTo(400);
        assertThat(new Api(APPLICATION).get("examiner", "/api/runs")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/cases/%25%00",
        "POST, /api/runs",
        "GET, /cases/%E0%A4%A",
        "GET, /api/reviews/x",
        "TRACE, /api/cases",
        "POST, /engine-rest/task?maxResults=5",
        "GET, /engine-rest/process-definition/x"
    })
    void tellsNothingOfItsInsideWhenSomethingGoesWrong(String method, String path) throws IOException {
        String said = raw("127.0.0.1", method, path, basic("trader", "trader"), "{broken");
        assertThat(said)
                .startsWith("HTTP/1.1 4")
                .doesNotContain("\tat ", "java.lang", "org.spring", "Tomcat", "Apache", "7.24", "trace");
    }

    @Test
    void shutsOutWhoeverGuessesAndNotThePersonWhoseNameIsTried() throws IOException {
        assertThat(status("127.0.0.1", "tax", "tax")).isEqualTo(200);
        List<Integer> guesses = IntStream.range(0, 30)
                .map(i -> unchecked("127.0.0.9", "tax", "guess" + i))
                .boxed()
                .toList();

        assertThat(guesses.subList(0, 10)).containsOnly(401);
        assertThat(guesses.subList(10, 30)).containsOnly(429);
        assertThat(raw("127.0.0.9", "GET", "/api/cases", basic("tax", "tax"), ""))
                .startsWith("HTTP/1.1 429")
                .contains("Retry-After: 60");
        assertThat(status("127.0.0.1", "tax", "tax")).as("from the office").isEqualTo(200);

        for (int place = 10; place < 16; place++)
            for (int i = 0; i < 10; i++) unchecked("127.0.0." + place, "tax", "guess" + place + i);
        assertThat(status("127.0.0.77", "tax", "tax")).as("from nowhere known").isEqualTo(429);
        assertThat(status("127.0.0.1", "tax", "tax"))
                .as("from the office, still")
                .isEqualTo(200);
        assertThat(status("127.0.0.77", "trader", "trader")).as("somebody else").isEqualTo(200);
        assertThat(Database.of(TriedApplication.NAME)
                        .jdbc()
                        .sql(
                                "select count(*) from audit.entry where event = 'LOG_IN_SHUT' and facts->>'person' = 'tax'")
                        .query(Long.class)
                        .single())
                .isBetween(1L, 8L);
    }

    private static int unchecked(String from, String person, String password) {
        try {
            return status(from, person, password);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int status(String from, String person, String password) throws IOException {
        return Integer.parseInt(
                raw(from, "GET", "/api/cases", basic(person, password), "").substring(9, 12));
    }

    private static String basic(String person, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** By hand, so that it can come from any address of this machine and say what no client would. */
    private static String raw(String from, String method, String path, String authorization, String body)
            throws IOException {
        String request = "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Type: application/json\r\n"
                        .formatted(method, path, authorization)
                + "Content-Length: %d\r\nConnection: close\r\n\r\n%s".formatted(body.length(), body);
        try (var socket = new Socket(
                InetAddress.getByName("127.0.0.1"),
                APPLICATION.address("/").getPort(),
                InetAddress.getByName(from),
                0)) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
