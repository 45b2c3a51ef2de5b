package org.driftgate.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.driftgate.testing.TestDatabase;
import org.driftgate.trading.Sending;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@SpringBootTest(
        classes = DeskTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.profiles.active=desk-test", "spring.flyway.enabled=false"})
class SendingPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private SendingApi api;

    @Autowired
    private Sending sending;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", TestDatabase::url);
        settings.add("spring.datasource.username", TestDatabase::applicationRole);
        settings.add("spring.datasource.password", TestDatabase::password);
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void stopsAndRestartsThroughTheApi() throws Exception {
        turn("trader", "GROUP_traders", "STOP", "prices look wrong")
                .andExpect(MockMvcResultMatchers.status().isOk())
                .andExpect(MockMvcResultMatchers.jsonPath("$.stopped").value(true))
                .andExpect(MockMvcResultMatchers.jsonPath("$.stops[0].reason").value("prices look wrong"));
        turn("owner", "GROUP_owners", "RESTART", "fine")
                .andExpect(MockMvcResultMatchers.status().isOk());
        turn("owner", "GROUP_owners", "RESTART", "fine")
                .andExpect(MockMvcResultMatchers.status().isUnprocessableEntity());
        turn("reviewer", "GROUP_compliance", "RESTART", "fine")
                .andExpect(MockMvcResultMatchers.jsonPath("$.stopped").value(false));
    }

    @Test
    void letsAdministratorsStopButNotRestartAndAdvisersNeither() throws Exception {
        turn("admin", "GROUP_camunda-admin", "STOP", "an odd log")
                .andExpect(MockMvcResultMatchers.status().isOk());
        turn("admin", "GROUP_camunda-admin", "RESTART", "fine")
                .andExpect(MockMvcResultMatchers.status().isForbidden());
        turn("advisor01", "GROUP_advisers", "STOP", "wait")
                .andExpect(MockMvcResultMatchers.status().isForbidden());
        turn("trader", "GROUP_traders", "STOP", " ")
                .andExpect(MockMvcResultMatchers.status().isBadRequest());

        assertThat(sending.stops()).hasSize(1);
    }

    @Test
    void saysSoOnEveryPageAndOffersTheButtonToThoseWhoMay() throws Exception {
        assertThat(get("reviewer", "/").body()).doesNotContain("All sending is stopped");
        assertThat(get("reviewer", "/sending").body())
                .contains("Stop all sending</button>", "name=\"_csrf\"")
                .doesNotContain("Agree to restart</button>");
        turn("trader", "GROUP_traders", "STOP", "prices <b>look</b> wrong");

        assertThat(get("reviewer", "/").body())
                .contains("All sending is stopped", "trader", "prices &lt;b&gt;look&lt;/b&gt; wrong");
        assertThat(get("reviewer", "/sending").body()).contains("Agree to restart</button>");
        assertThat(get("advisor01", "/sending").body())
                .contains("prices", "people have")
                .doesNotContain("Agree to restart</button>", "Stop all sending</button>");
    }

    private ResultActions turn(String person, String group, String action, String reason) throws Exception {
        MockMvc mvc = MockMvcBuilders.standaloneSetup(api)
                .setControllerAdvice(new ApiProblems())
                .build();
        return mvc.perform(MockMvcRequestBuilders.post("/api/sending")
                .principal(new TestingAuthenticationToken(person, "-", group))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"action\":\"%s\",\"reason\":\"%s\"}".formatted(action, reason)));
    }

    private HttpResponse<String> get(String person, String path) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + credentials);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
