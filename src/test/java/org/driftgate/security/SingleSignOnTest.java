package org.driftgate.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Log-in at a real OpenID Connect provider, with passwords of ours turned off. */
@SpringBootTest(
        classes = SecurityTestApplication.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "spring.profiles.active=security-test",
            "driftgate.security.password-log-in=false",
            "driftgate.security.service-users=trader",
            "driftgate.security.secure-cookies=false",
            "camunda.bpm.authorization.enabled=true",
            "camunda.bpm.auto-deployment-enabled=false",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.webapp.index-redirect-enabled=false"
        })
@DirtiesContext
class SingleSignOnTest {

    private static final int PORT = freePort();
    private static final String DECISION = "/api/reviews/R20261120-1.H1/decision";

    @Autowired
    private IdentityService identities;

    @Autowired
    private TestClock clock;

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry settings) {
        String url = TestDatabase.createEmpty("single_sign_on");
        settings.add("server.port", () -> PORT);
        settings.add("spring.datasource.url", () -> url);
        settings.add("spring.datasource.username", TestDatabase::applicationRole);
        settings.add("spring.datasource.password", TestDatabase::password);
        settings.add("spring.flyway.user", TestDatabase::owner);
        settings.add("spring.flyway.password", TestDatabase::password);
        String issuer = TestProvider.start("http://localhost:%d/login/oauth2/code/firm".formatted(PORT));
        String client = "spring.security.oauth2.client.";
        settings.add(client + "registration.firm.client-id", () -> "driftgate");
        settings.add(client + "registration.firm.client-secret", () -> "of-the-tests");
        settings.add(client + "registration.firm.client-name", () -> "the firm's account");
        settings.add(client + "registration.firm.scope", () -> "openid,profile");
        settings.add(client + "registration.firm.authorization-grant-type", () -> "authorization_code");
        settings.add(client + "registration.firm.redirect-uri", () -> "{baseUrl}/login/oauth2/code/{registrationId}");
        settings.add(client + "provider.firm.issuer-uri", () -> issuer);
        settings.add(client + "provider.firm.user-name-attribute", () -> "sub");
    }

    @Test
    void letsPeopleInWithTheGroupsOfTheirClaim() throws Exception {
        TestProvider.GROUPS.put("carla", List.of("compliance", "golf-club"));
        HttpClient carla = logIn("carla");

        assertThat(get(carla, "/api/cases").body()).isEqualTo("reached");
        assertThat(get(carla, "/api/access").body()).isEqualTo("reached");
        assertThat(get(carla, "/api/configuration").statusCode()).isEqualTo(200);
        assertThat(get(carla, "/camunda/api/engine/engine/default/task?maxResults=5")
                        .statusCode())
                .isEqualTo(200);
        assertThat(groups("carla")).containsExactly("compliance");
    }

    @Test
    void takesGroupsAwayAtTheNextLogIn() throws Exception {
        TestProvider.GROUPS.put("dan", List.of("compliance", "tax"));
        logIn("dan");
        assertThat(groups("dan")).containsExactlyInAnyOrder("compliance", "tax");

        TestProvider.GROUPS.put("dan", List.of("tax"));
        HttpClient dan = logIn("dan");

        assertThat(groups("dan")).containsExactly("tax");
        assertThat(get(dan, "/api/access").statusCode()).isEqualTo(403);
    }

    @Test
    void takesPasswordsOfServiceUsersOnly() throws Exception {
        HttpClient stranger = client();

        assertThat(get(stranger, "/login").body())
                .contains("Log in with the firm")
                .doesNotContain("type=\"password\"");
        assertThat(basic("trader").statusCode()).isEqualTo(200);
        assertThat(basic("reviewer").statusCode()).isEqualTo(401);
        var form = HttpRequest.newBuilder(address("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=reviewer&password=reviewer"));
        assertThat(stranger.send(form.build(), BodyHandlers.ofString()).statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(get(stranger, "/api/cases").statusCode()).isEqualTo(401);
    }

    @Test
    void sendsPeopleBackToTheProviderForAFreshLogIn() throws Exception {
        TestProvider.GROUPS.put("eve", List.of("compliance"));
        HttpClient eve = logIn("eve");
        assertThat(decide(eve).statusCode()).isEqualTo(200);
        clock.moveBy(Duration.ofHours(1));

        HttpResponse<String> answer = decide(eve);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"logIn\":\"/oauth2/authorization/firm?again\"");
        HttpClient still = HttpClient.newBuilder()
                .cookieHandler(eve.cookieHandler().orElseThrow())
                .build();
        assertThat(get(still, "/oauth2/authorization/firm?again").headers().firstValue("Location"))
                .hasValueSatisfying(target -> assertThat(target).contains("prompt=login", "max_age=0"));
    }

    private List<String> groups(String person) {
        return identities.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
    }

    private HttpResponse<String> decide(HttpClient browser) throws Exception {
        get(browser, "/api/cases");
        var request = HttpRequest.newBuilder(address(DECISION))
                .header("X-DRIFTGATE-CSRF", cookie(browser))
                .POST(BodyPublishers.ofString("{}"));
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private HttpClient logIn(String person) throws Exception {
        HttpClient browser = client();
        HttpResponse<String> form = get(browser, "/oauth2/authorization/firm");
        var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form.body());
        assertThat(token.find()).as(form.body()).isTrue();
        String entered = "username=%s&password=provider&_csrf=%s"
                .formatted(person, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(form.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(entered));
        HttpResponse<String> home = browser.send(request.build(), BodyHandlers.ofString());
        assertThat(home.uri().getPort()).as("%s: %s", home.uri(), home.body()).isEqualTo(PORT);
        return browser;
    }

    private HttpResponse<String> basic(String person) throws Exception {
        byte[] credentials = (person + ":" + person).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(address("/api/cases"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        return client().send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(HttpClient browser, String path) throws Exception {
        String accept = path.contains("/api/") ? "application/json" : "text/html";
        var request = HttpRequest.newBuilder(address(path)).header("Accept", accept);
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.NORMAL)
                .build();
    }

    private static String cookie(HttpClient browser) {
        var cookies = (CookieManager) browser.cookieHandler().orElseThrow();
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(Csrf.COOKIE))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + PORT + path);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
