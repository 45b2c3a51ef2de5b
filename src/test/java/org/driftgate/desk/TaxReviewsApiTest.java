package org.driftgate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewFixtures.A1;
import static org.driftgate.testing.ReviewFixtures.buy;
import static org.driftgate.testing.ReviewFixtures.part;
import static org.driftgate.testing.ReviewFixtures.sell;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.approval;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.Reviews;
import org.driftgate.review.TaxReviews;
import org.driftgate.run.Cases;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** SPY costs 100: L1 is an old gain of 60 a share, L2 a young one of 20, L3 a loss of 20; the budget is 20,000. */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class TaxReviewsApiTest {

    private static final TestingAuthenticationToken TAX = new TestingAuthenticationToken("tax", "-", "GROUP_tax");

    private final ReviewStory story;
    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final MockMvc api;

    TaxReviewsApiTest(
            ReviewStory story,
            Reviews reviews,
            TaxReviews taxReviews,
            Cases cases,
            Proposals proposals,
            JdbcClient jdbc) {
        this.story = story;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.api = MockMvcBuilders.standaloneSetup(
                        new TaxReviewsApi(new OpenCases(cases, proposals), taxReviews, taxReviews::choose))
                .setControllerAdvice(new ApiProblems())
                .build();
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void showsTaxAndBudgetOfOtherLotsWithoutKeepingAnything() throws Exception {
        ProposalVersion version = approved();
        List<Long> before = rows();

        preview(version, sale(1, "100", "L2", "100"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taxInForce").value(1200.0))
                .andExpect(jsonPath("$.unitsInForce[0].longTermGain").value(6000.0))
                .andExpect(jsonPath("$.estimatedTax").value(740.0))
                .andExpect(jsonPath("$.tax[0].shortTermGain").value(2000.0))
                .andExpect(jsonPath("$.tax[0].longTermGain").value(0.0))
                .andExpect(jsonPath("$.tax[0].realizedYtdAfter").value(2000.0))
                .andExpect(jsonPath("$.tax[0].gainBudget").value(20000.0))
                .andExpect(jsonPath("$.tax[0].overBudget").value(false))
                .andExpect(jsonPath("$.backToCompliance").value(false))
                .andExpect(jsonPath("$.because").value(empty()));

        assertThat(rows()).isEqualTo(before);
        api.perform(get(path(version)).principal(TAX))
                .andExpect(jsonPath("$.estimatedTax").value(1200.0))
                .andExpect(jsonPath("$.sales[0].lots[0].lot").value("L1"));
    }

    @Test
    void showsWhatSavingThenGives() throws Exception {
        ProposalVersion version = approved();
        String lots = sale(1, "100", "L3", "60", "L1", "40");
        preview(version, lots)
                .andExpect(jsonPath("$.taxInForce").value(1200.0))
                .andExpect(jsonPath("$.estimatedTax").value(240.0));

        ask(path(version), version, lots)
                .andExpect(jsonPath("$.quantitiesChanged").value(false));

        api.perform(get(path(version)).principal(TAX))
                .andExpect(jsonPath("$.estimatedTax").value(240.0));
        preview(version, lots).andExpect(jsonPath("$.taxInForce").value(240.0));
    }

    @Test
    void showsABudgetThatOtherLotsWouldBreak() throws Exception {
        ProposalVersion version = story.inReview(
                ReviewFixtures.household(),
                List.of(
                        sell(1, A1, "SPY", 350, part("L3", "100"), part("L2", "200"), part("L1", "50")),
                        buy(2, A1, "VTI", 340)));
        reviews.decide(version.about(), approval(version), REVIEWER);

        preview(version, sale(1, "350", "L1", "350"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.unitsInForce[0].overBudget").value(false))
                .andExpect(jsonPath("$.tax[0].realizedYtdAfter").value(21000.0))
                .andExpect(jsonPath("$.tax[0].overBudget").value(true))
                .andExpect(jsonPath("$.backToCompliance").value(true))
                .andExpect(jsonPath("$.because").value(hasItem(containsString("approved are at most $5,000.00"))));
    }

    @Test
    void saysWhenAQuantityGoesBackToCompliance() throws Exception {
        ProposalVersion version = approved();

        preview(version, sale(3, "60", "L4", "60"))
                .andExpect(jsonPath("$.backToCompliance").value(true))
                .andExpect(jsonPath("$.because").value(hasItem("line 3: 60 instead of the approved 50")));

        assertThat(story.current(version.about()).number()).isEqualTo(1);
    }

    @Test
    void answersAsSavingWouldWhenItIsNotPossible() throws Exception {
        ProposalVersion version = approved();
        assertThat(refused(422, version, sale(1, "100", "L1", "99")))
                .contains("the lots of line 1 add up to 99, not 100");
        assertThat(refused(422, version, sale(1, "50", "L1", "50"))).contains("$4,050.00");

        ask(path(version), version, sale(3, "60", "L4", "60")).andExpect(status().isOk());
        assertThat(refused(409, version, sale(1, "100", "L1", "100"))).contains("version 2");
    }

    @Test
    void saysThatACaseHandledByHandHasNoProposal() throws Exception {
        CaseId about = story.openCase(ReviewFixtures.household());

        Exception answer = api.perform(get("/api/tax-reviews/" + about).principal(TAX))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResolvedException();

        assertThat(answer).hasMessageContaining("Case %s has no proposal.".formatted(about));
    }

    private String refused(int expected, ProposalVersion version, String sale) throws Exception {
        Exception refused = preview(version, sale)
                .andExpect(status().is(expected))
                .andReturn()
                .getResolvedException();
        return String.valueOf(refused);
    }

    private ProposalVersion approved() {
        ProposalVersion version = story.inReview();
        reviews.decide(version.about(), approval(version), REVIEWER);
        return version;
    }

    private ResultActions preview(ProposalVersion version, String sale) throws Exception {
        return ask(path(version) + "/preview", version, sale);
    }

    private ResultActions ask(String path, ProposalVersion version, String sale) throws Exception {
        return api.perform(post(path)
                .principal(TAX)
                .contentType(APPLICATION_JSON)
                .content("{\"version\": %d, \"tradeHash\": \"%s\", \"sales\": [%s]}"
                        .formatted(version.number(), version.tradeHash(), sale)));
    }

    private static String path(ProposalVersion version) {
        return "/api/tax-reviews/" + version.about();
    }

    private static String sale(int line, String quantity, String... lots) {
        StringBuilder chosen = new StringBuilder();
        for (int i = 0; i < lots.length; i += 2)
            chosen.append(i == 0 ? "" : ",")
                    .append("{\"lot\": \"%s\", \"quantity\": %s}".formatted(lots[i], lots[i + 1]));
        return "{\"line\": %d, \"quantity\": %s, \"lots\": [%s]}".formatted(line, quantity, chosen);
    }

    /** Of every table that a choice leaves a trace in. */
    private List<Long> rows() {
        return List.of(
                count("audit.entry"),
                count("driftgate.proposal_version"),
                count("driftgate.lot_selection"),
                count("driftgate.lot_selection_lot"));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
