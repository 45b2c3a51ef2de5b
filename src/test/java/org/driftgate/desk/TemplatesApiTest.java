package org.driftgate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.driftgate.notification.Correspondence;
import org.driftgate.notification.LetterTemplates;
import org.driftgate.notification.TemplateState;
import org.driftgate.notification.TemplateStates;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@FeatureTest
@Import({LetterTemplates.class, TemplateStates.class})
@EnableConfigurationProperties(Correspondence.class)
class TemplatesApiTest {

    private static final String APPROVAL = "/api/templates/client-notice/v1/approval";

    private final TemplateStates states;
    private final JdbcClient jdbc;
    private final MockMvc api;

    TemplatesApiTest(TemplateStates states, LetterTemplates templates, JdbcClient jdbc) {
        this.states = states;
        this.jdbc = jdbc;
        this.api = MockMvcBuilders.standaloneSetup(new TemplatesApi(states, templates))
                .setControllerAdvice(new ApiProblems())
                .build();
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void approvesTheContentThatWasReadAndRecordsWho() throws Exception {
        TemplateState read = states.all().get(0);
        assertThat(read.approval()).isNull();

        api.perform(approval(APPROVAL, read.sha256()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.approval.by").value("reviewer"));

        api.perform(get("/api/templates"))
                .andExpect(jsonPath("$[0].name").value("client-notice"))
                .andExpect(jsonPath("$[0].inUse").value(true))
                .andExpect(jsonPath("$[0].approval.by").value("reviewer"));
        assertThat(jdbc.sql("select actor || ' ' || source_hash from audit.entry where event = 'TEMPLATE_APPROVED'")
                        .query(String.class)
                        .list())
                .containsExactly("reviewer " + read.sha256());
    }

    @Test
    void approvesNothingThatNobodyRead() throws Exception {
        api.perform(approval(APPROVAL, "ab".repeat(32))).andExpect(status().isConflict());
        api.perform(approval("/api/templates/client-notice/v99/approval", "ab")).andExpect(status().isNotFound());
        api.perform(approval("/api/templates/adviser-alert/v1/approval", "ab")).andExpect(status().isNotFound());

        assertThat(states.all()).allMatch(state -> state.approval() == null);
    }

    private static MockHttpServletRequestBuilder approval(String path, String sha256) {
        return post(path)
                .principal(new TestingAuthenticationToken("reviewer", "-"))
                .contentType(APPLICATION_JSON)
                .content("{\"sha256\":\"%s\"}".formatted(sha256));
    }
}
