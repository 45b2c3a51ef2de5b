package org.driftgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RequestRulesTest extends RunningSecurity {

    private static final String CASE = "R20261120-1.H1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /api/runs                            | reviewer trader owner",
                "POST | /api/reviews/CASE/decision           | reviewer advisor01",
                "POST | /api/reviews/CASE/preview            | reviewer advisor01",
                "POST | /api/reviews/CASE/revocation         | reviewer advisor01",
                "POST | /api/reviews/CASE/override           | reviewer",
                "POST | /api/review-sessions                 | reviewer",
                "POST | /api/templates/client-notice/v1/approval | reviewer",
                "PUT  | /api/reviews/CASE/draft              | reviewer advisor01",
                "POST | /api/tax-reviews/CASE                | tax",
                "POST | /api/tax-reviews/CASE/preview        | tax",
                "POST | /api/consents/CASE                   | advisor01",
                "POST | /api/exceptions/CASE                 | advisor01",
                "POST | /api/questions/CASE                  | advisor01",
                "POST | /api/manual/CASE                     | advisor01",
                "POST | /api/breaks/CASE                     | trader reviewer",
                "GET  | /api/breaks/CASE                     | reviewer tax advisor01 trader owner admin examiner",
                "POST | /api/sending                         | reviewer trader owner admin",
                "POST | /sending                             | reviewer trader owner admin",
                "GET  | /api/sending                         | reviewer tax advisor01 trader owner admin examiner",
                "POST | /api/demo/clock                      | reviewer tax advisor01 trader owner admin",
                "POST | /api/cases/CASE                      | ",
                "GET  | /api/cases                           | reviewer tax advisor01 trader owner admin examiner",
                "GET  | /api/reviews/CASE                    | reviewer tax advisor01 trader owner admin examiner",
                "GET  | /api/templates                       | reviewer tax advisor01 trader owner admin examiner",
                "GET  | /api/configuration                   | reviewer owner admin examiner",
                "GET  | /api/connections                     | reviewer owner admin examiner",
                "GET  | /actuator/prometheus                 | admin",
                "GET  | /actuator/env                        | admin"
            })
    void letsOnlyTheNamedPeopleThrough(String method, String path, String allowed) throws Exception {
        Set<String> named = allowed == null ? Set.of() : Set.of(allowed.split(" "));
        String target = path.replace("CASE", CASE);
        for (String person : people()) {
            int status = asPerson(person, method, target).statusCode();
            if (named.contains(person))
                assertThat(status).as("%s %s by %s", method, target, person).isNotIn(401, 403);
            else assertThat(status).as("%s %s by %s", method, target, person).isEqualTo(403);
        }
        HttpResponse<String> stranger = send(client(), request(method, target));
        assertThat(stranger.statusCode())
                .as("%s %s by a stranger", method, target)
                .isIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/cases", "/engine-rest/task", "/engine-rest/engine", "/actuator/prometheus"})
    void answersAStrangerWithAProblemAndNoChallenge(String path) throws Exception {
        HttpResponse<String> answer = send(client(), request("GET", path));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @Test
    void refusesAWrongPasswordWithoutAChallenge() throws Exception {
        HttpResponse<String> answer = send(client(), basic(request("GET", "/api/cases"), "nobody", "wrong"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/admin/setup/default/user/create",
        "GET, /camunda/app/admin/default/setup/",
        "POST, /camunda/api/admin/auth/user/default/login/cockpit"
    })
    void keepsTheSideDoorsOfTheWebApplicationsShut(String method, String path) throws Exception {
        HttpClient stranger = client();
        HttpClient admin = loggedIn("admin");

        assertThat(send(stranger, request(method, path)).statusCode()).isIn(302, 401, 403);
        assertThat(send(admin, request(method, path)).statusCode()).isEqualTo(403);
    }

    @Test
    void leavesHealthOpenAndSendsBrowsersToTheLogIn() throws Exception {
        assertThat(send(client(), request("GET", "/actuator/health")).statusCode())
                .isEqualTo(200);
        for (String path : new String[] {"/", "/camunda/app/tasklist/default/"}) {
            HttpResponse<String> answer = send(client(), request("GET", path));
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(address -> assertThat(address).endsWith("/login"));
        }
        assertThat(send(client(), request("GET", "/camunda/api/engine/engine/default/task?maxResults=15"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void servesPagesTasklistAndApiWithOneLogIn() throws Exception {
        HttpClient reviewer = loggedIn("reviewer");

        assertThat(send(reviewer, request("GET", "/")).body()).isEqualTo("reached");
        assertThat(send(reviewer, request("GET", "/api/cases")).body()).isEqualTo("reached");
        assertThat(send(reviewer, request("GET", "/camunda/api/engine/engine/default/task?maxResults=10"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void demandsTheTokenOfASessionAndNotOfAScript() throws Exception {
        HttpClient reviewer = loggedIn("reviewer");
        send(reviewer, request("GET", "/api/cases"));
        String token = cookie(reviewer, "DRIFTGATE-CSRF");
        String path = "/api/reviews/%s/decision".formatted(CASE);

        assertThat(send(reviewer, request("POST", path)).statusCode()).isEqualTo(403);
        assertThat(send(reviewer, request("POST", path).header("X-DRIFTGATE-CSRF", token))
                        .statusCode())
                .isEqualTo(200);
        assertThat(asPerson("reviewer", "POST", path).statusCode()).isEqualTo(200);
    }

    @Test
    void showsTheWaitingReviewsToComplianceAlone() throws Exception {
        for (String person : people())
            assertThat(send(loggedIn(person), request("GET", "/reviews")).statusCode())
                    .as(person)
                    .isEqualTo(person.equals("reviewer") ? 200 : 403);
        assertThat(send(client(), request("GET", "/reviews")).statusCode()).isEqualTo(302);
    }

    @Test
    void wantsTheTokenOfTheFormThatApprovesReviews() throws Exception {
        HttpClient reviewer = loggedIn("reviewer");
        send(reviewer, request("GET", "/reviews"));
        String token = cookie(reviewer, "DRIFTGATE-CSRF");

        assertThat(send(reviewer, request("POST", "/reviews")).statusCode()).isEqualTo(403);
        assertThat(send(reviewer, request("POST", "/reviews?_csrf=" + token)).statusCode())
                .isEqualTo(200);
        assertThat(send(loggedIn("trader"), request("POST", "/reviews?_csrf=" + token))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void endsTheSessionWhenTasklistLogsOut() throws Exception {
        HttpClient reviewer = loggedIn("reviewer");
        send(reviewer, request("GET", "/camunda/app/tasklist/default/"));

        int status = send(reviewer, request("POST", "/camunda/api/admin/auth/user/default/logout"))
                .statusCode();

        assertThat(status).isEqualTo(204);
        assertThat(send(reviewer, request("GET", "/api/cases")).statusCode()).isEqualTo(401);
    }

    @Test
    void sendsStrictHeadersWithItsPagesAndRecordsTheLogIn() throws Exception {
        HttpResponse<String> page = send(client(), request("GET", "/login"));
        loggedIn("owner");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(logIns("owner")).isPositive();
    }

    private static long logIns(String person) {
        return JdbcClient.create(TestDatabase.inDatabase("security_rules"))
                .sql("select count(*) from audit.entry where event = 'LOGGED_IN' and actor = ?")
                .param(person)
                .query(Long.class)
                .single();
    }

    private static Set<String> people() {
        var all = new java.util.TreeSet<>(SecurityTestApplication.USERS.keySet());
        all.add("admin");
        return all;
    }

    private HttpResponse<String> asPerson(String person, String method, String path) throws Exception {
        return send(client(), basic(request(method, path), person, person));
    }

    private HttpClient loggedIn(String person) throws Exception {
        HttpClient browser = client();
        send(browser, request("GET", "/login"));
        String form = "username=%s&password=%s&_csrf=%s".formatted(person, person, cookie(browser, "DRIFTGATE-CSRF"));
        HttpResponse<String> answer = send(
                browser,
                HttpRequest.newBuilder(address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).isEqualTo(302);
        return browser;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static String cookie(HttpClient browser, String name) {
        var cookies = (CookieManager) browser.cookieHandler().orElseThrow();
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(address(path)).method(method, HttpRequest.BodyPublishers.noBody());
    }

    private static HttpRequest.Builder basic(HttpRequest.Builder request, String name, String password) {
        byte[] credentials = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
