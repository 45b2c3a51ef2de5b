package org.driftgate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.driftgate.household.CollectSnapshot;
import org.driftgate.household.HouseholdConfiguration;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.run.Cases;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.run.Runs;
import org.driftgate.shared.PersonId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.PortfolioSourceStub;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

@FeatureTest
@Import(HouseholdConfiguration.class)
class ScenariosApiTest {

    private static final String TWO = """
            {"household": "H1", "scenarios": [
              {"name": "standard", "policy": {"tax": {"gain-budget": "OFF"}}},
              {"name": "to the target", "policy": {"tax": {"gain-budget": "OFF"}, "drift": {"stop": "TARGET"}}}]}""";

    private final CollectSnapshot collect;
    private final PortfolioSourceStub source;
    private final Runs runs;
    private final JdbcClient jdbc;
    private final MockMvc api;

    ScenariosApiTest(
            CollectSnapshot collect,
            Snapshots snapshots,
            PortfolioSourceStub source,
            Runs runs,
            Cases cases,
            MarketCalendar market,
            JdbcClient jdbc) {
        this.collect = collect;
        this.source = source;
        this.runs = runs;
        this.jdbc = jdbc;
        this.api = MockMvcBuilders.standaloneSetup(new ScenariosApi(snapshots, market, cases))
                .setControllerAdvice(new ApiProblems())
                .build();
    }

    @BeforeEach
    void collectADriftedHousehold() {
        TestDatabase.clear();
        source.answer(book(household("H1", "60/40", "0", "SPY", "800", "AGG", "200")));
        collect.forRun(runs.open(new RunRequest(RunSource.TRADER, new PersonId("trader"), "test", List.of())));
    }

    @Test
    void comparesPoliciesSideBySideAndKeepsNothing() throws Exception {
        List<Long> before = rows();

        ask("reviewer", "compliance", TWO)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.household").value("H1"))
                .andExpect(jsonPath("$.scenarios[0].name").value("standard"))
                .andExpect(jsonPath("$.scenarios[0].status").value("OK"))
                .andExpect(jsonPath("$.scenarios[0].driftBefore").value(0.2))
                .andExpect(jsonPath("$.scenarios[0].driftAfter").value(0.025))
                .andExpect(jsonPath("$.scenarios[0].trades[0].reason").isNotEmpty())
                .andExpect(jsonPath("$.scenarios[0].trades[0].flip").value(startsWith("less would be ")))
                .andExpect(jsonPath("$.scenarios[0].trades[0].shadowPrice").value(containsString("another dollar")))
                .andExpect(jsonPath("$.scenarios[0].trades[0].longTermTax").isNumber())
                .andExpect(jsonPath("$.scenarios[1].driftAfter").value(0.0))
                .andExpect(jsonPath("$.scenarios[1].objective").isNumber());

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void countsDefaultsWhereAScenarioHasNoPolicy() throws Exception {
        String named = "{\"household\": \"H1\", \"scenarios\": [{\"name\": \"as it is\"}]}";

        ask("reviewer", "compliance", named)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.scenarios[0].driftBefore").value(0.2));
    }

    @Test
    void showsAnAdviserOwnHouseholdsOnly() throws Exception {
        ask("advisor01", "advisers", TWO).andExpect(status().isOk());
        ask("advisor02", "advisers", TWO).andExpect(status().isNotFound());
        ask("reviewer", "compliance", TWO.replace("H1", "H2")).andExpect(status().isNotFound());
    }

    @Test
    void namesEveryKeyThatIsWrong() throws Exception {
        String wrong = TWO.replace("\"stop\": \"TARGET\"", "\"stop\": \"SOON\", \"price\": 3");
        Exception refused = ask("reviewer", "compliance", wrong)
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResolvedException();
        assertThat(refused).hasMessageContaining("drift.stop").hasMessageContaining("drift.price: must be from 0 to 1");
        ask("reviewer", "compliance", "{\"household\": \"H1\", \"scenarios\": []}")
                .andExpect(status().isBadRequest());
    }

    /** Of every table that a proposal or a step could leave a trace in. */
    private List<Long> rows() {
        return List.of(
                count("audit.entry"),
                count("driftgate.snapshot"),
                count("driftgate.rebalancing_case"),
                count("driftgate.proposal_version"),
                count("driftgate.order_intent"));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private ResultActions ask(String person, String group, String body) throws Exception {
        return api.perform(post("/api/scenarios")
                .principal(new TestingAuthenticationToken(person, "-", "GROUP_" + group))
                .contentType(APPLICATION_JSON)
                .content(body));
    }
}
