package org.driftgate.roles;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.driftgate.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application on a real port with the demonstration's people and no outside systems; nothing runs by itself. */
@SpringBootTest(
        classes = WholeApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.profiles.active=demo",
            "server.address=",
            "driftgate.simulator.enabled=false",
            "driftgate.ports.smtp=1",
            "driftgate.desk.open-blocks=0",
            "management.prometheus.metrics.export.enabled=true",
            "driftgate.database.embedded=false",
            "camunda.bpm.job-execution.enabled=false"
        })
abstract class RunningFirm {

    static final String DATABASE = "running_firm";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry settings) throws IOException {
        String url = TestDatabase.createEmpty(DATABASE);
        Path data = Files.createTempDirectory("running-firm");
        settings.add("driftgate.data", data::toString);
        settings.add("spring.datasource.url", () -> url);
        settings.add("spring.datasource.username", TestDatabase::applicationRole);
        settings.add("spring.datasource.password", TestDatabase::password);
        settings.add("spring.flyway.user", TestDatabase::owner);
        settings.add("spring.flyway.password", TestDatabase::password);
    }

    final URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** By name and password, as a script; an empty person is a stranger. */
    final HttpResponse<String> ask(String person, String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, */*;q=0.5")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!person.isEmpty()) request.header("Authorization", basic(person, person));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    final HttpResponse<String> get(String person, String path) throws Exception {
        return ask(person, "GET", path, "");
    }

    static String basic(String person, String password) {
        byte[] credentials = (person + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    /** A browser with a session, as after the log-in form. */
    final HttpClient loggedIn(String person) throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        send(browser, HttpRequest.newBuilder(address("/login")));
        String form = "username=%s&password=%s&_csrf=%s".formatted(person, person, cookie(browser, "DRIFTGATE-CSRF"));
        HttpResponse<String> answer = send(
                browser,
                HttpRequest.newBuilder(address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 302) throw new AssertionError("no log-in for " + person + ": " + answer);
        return browser;
    }

    final HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    static String cookie(HttpClient browser, String name) {
        var cookies = (CookieManager) browser.cookieHandler().orElseThrow();
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
