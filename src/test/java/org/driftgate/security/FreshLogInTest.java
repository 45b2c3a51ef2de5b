package org.driftgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lets orders out needs a log-in of the last fifteen minutes, and says so in a way that a form can act upon. */
class FreshLogInTest extends RunningSecurity {

    private static final String DECISION = "/api/reviews/R20261120-1.H1/decision";

    @Autowired
    private TestClock clock;

    @ParameterizedTest
    @ValueSource(strings = {DECISION, "/api/review-sessions", "/api/templates/client-notice/v1/approval"})
    void demandsAFreshLogInForApprovals(String path) throws Exception {
        HttpClient reviewer = loggedIn();
        assertThat(post(reviewer, path, "{}").statusCode()).isEqualTo(200);
        clock.moveBy(Duration.ofMinutes(14));
        assertThat(post(reviewer, path, "{}").statusCode()).isEqualTo(200);

        clock.moveBy(Duration.ofMinutes(1));
        HttpResponse<String> answer = post(reviewer, path, "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"type\":\"/problems/fresh-authentication-needed\"", "too old");
        assertThat(post(reviewer, "/api/reviews/R20261120-1.H1/preview", "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void acceptsTheDecisionOnceThePasswordWasGivenAgain() throws Exception {
        HttpClient reviewer = loggedIn();
        clock.moveBy(Duration.ofHours(1));
        assertThat(post(reviewer, "/api/fresh-log-in", "{}").statusCode()).isEqualTo(400);
        assertThat(post(reviewer, DECISION, "{}").statusCode()).isEqualTo(403);

        assertThat(post(reviewer, "/api/fresh-log-in", "{\"password\":\"reviewer\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(post(reviewer, DECISION, "{}").statusCode()).isEqualTo(200);
        assertThat(facts("LOGGED_IN")).contains("\"again\": true");
        assertThat(facts("ACCESS_REFUSED")).contains("POST " + DECISION);
    }

    @Test
    void takesAPasswordSentWithTheRequestButNoneThatNobodyChecked() throws Exception {
        HttpClient stranger = client();
        assertThat(stranger.send(basic("reviewer"), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);

        HttpClient reviewer = loggedIn();
        clock.moveBy(Duration.ofHours(1));
        assertThat(reviewer.send(basic("wrong"), BodyHandlers.ofString()).statusCode())
                .as("an old session with a wrong password beside it")
                .isEqualTo(403);
    }

    @Test
    void refusesAWrongPasswordAndStaysOld() throws Exception {
        HttpClient admin = loggedIn("owner");
        HttpResponse<String> answer = post(admin, "/api/fresh-log-in", "{\"password\":\"guess\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The password is wrong");
        assertThat(facts("ACCESS_REFUSED")).contains("the password is wrong");
    }

    @Test
    void leadsFromAPagesButtonToThePasswordAndBack() throws Exception {
        HttpClient reviewer = loggedIn();
        String undo = "/cases/R20261120-1.H1/revocation";
        for (String page : List.of("/reviews", "/sending", undo))
            assertThat(submit(reviewer, page, "").statusCode()).isEqualTo(200);
        clock.moveBy(Duration.ofHours(1));
        for (String page : List.of("/reviews", "/sending", undo))
            assertThat(location(submit(reviewer, page, "")))
                    .endsWith("/login/again?continue=" + page.replace("/revocation", ""));
        assertThat(facts("ACCESS_REFUSED")).contains("POST " + undo);

        String asked = "/login/again?continue=/cases/R20261120-1.H1";
        assertThat(reviewer.send(HttpRequest.newBuilder(address(asked)).build(), BodyHandlers.ofString())
                        .body())
                .contains("Nothing was done", "name=\"password\"", "value=\"/cases/R20261120-1.H1\"");
        HttpResponse<String> wrong = submit(reviewer, asked, "&password=guess");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The password is wrong");
        assertThat(submit(reviewer, undo, "").statusCode()).isEqualTo(302);

        assertThat(location(submit(reviewer, asked, "&password=reviewer"))).endsWith("/cases/R20261120-1.H1");
        assertThat(submit(reviewer, undo, "").statusCode()).isEqualTo(200);
    }

    @Test
    void neverMakesAStopWaitForAPassword() throws Exception {
        HttpClient owner = loggedIn("owner");
        clock.moveBy(Duration.ofHours(1));

        assertThat(submit(owner, "/sending", "&action=STOP").statusCode()).isEqualTo(200);
        assertThat(submit(owner, "/sending", "&action=RESTART").statusCode()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example/cases/1", "/cases/1/../../logout", "/cases/1?x=1"})
    void leadsToOurOwnPagesOnly(String elsewhere) throws Exception {
        HttpClient tax = loggedIn("tax");
        String page = "/login/again?continue=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8);

        assertThat(URI.create(location(submit(tax, page, "&password=tax"))).getPath())
                .isEqualTo("/");
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> submit(HttpClient browser, String path, String fields) throws Exception {
        browser.send(HttpRequest.newBuilder(address("/api/cases")).build(), BodyHandlers.ofString());
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + cookie(browser) + fields));
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static String facts(String event) {
        return JdbcClient.create(TestDatabase.inDatabase("security_rules"))
                .sql("select facts::text from audit.entry where event = ? order by id desc limit 1")
                .param(event)
                .query(String.class)
                .single();
    }

    private HttpRequest basic(String password) {
        byte[] credentials = ("reviewer:" + password).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(address(DECISION))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .POST(BodyPublishers.ofString("{}"))
                .build();
    }

    private HttpResponse<String> post(HttpClient browser, String path, String body) throws Exception {
        browser.send(HttpRequest.newBuilder(address("/api/cases")).build(), BodyHandlers.ofString());
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .header("X-DRIFTGATE-CSRF", cookie(browser))
                .POST(BodyPublishers.ofString(body));
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private HttpClient loggedIn() throws Exception {
        return loggedIn("reviewer");
    }

    private HttpClient loggedIn(String person) throws Exception {
        HttpClient browser = client();
        browser.send(HttpRequest.newBuilder(address("/login")).build(), BodyHandlers.ofString());
        String form = "username=%s&password=%s&_csrf=%s".formatted(person, person, cookie(browser));
        var request = HttpRequest.newBuilder(address("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        assertThat(browser.send(request.build(), BodyHandlers.ofString())
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).doesNotContain("error"));
        return browser;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static String cookie(HttpClient browser) {
        var cookies = (CookieManager) browser.cookieHandler().orElseThrow();
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(Csrf.COOKIE))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
