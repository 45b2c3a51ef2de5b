package org.driftgate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.household;

import java.net.http.HttpResponse;
import java.util.List;
import org.driftgate.drift.MeasureDrift;
import org.driftgate.household.CollectSnapshot;
import org.driftgate.household.Household;
import org.driftgate.household.ValidateSnapshot;
import org.driftgate.proposal.ProposeTrades;
import org.driftgate.review.CheckPreTradeRules;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.run.Runs;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.RunId;
import org.driftgate.testing.PortfolioFixtures;
import org.driftgate.testing.PortfolioSourceStub;
import org.driftgate.testing.ProposalSourceStub;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PagesTest extends RunningPages {

    @Autowired
    private Runs runs;

    @Autowired
    private Cases cases;

    @Autowired
    private CollectSnapshot collect;

    @Autowired
    private ValidateSnapshot validate;

    @Autowired
    private MeasureDrift measure;

    @Autowired
    private ProposeTrades propose;

    @Autowired
    private CheckPreTradeRules check;

    @Autowired
    private PortfolioSourceStub portfolio;

    @Autowired
    private ProposalSourceStub proposals;

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void saysWhenTheNextRunIsBeforeThereIsOne() throws Exception {
        assertThat(get("reviewer", "/").body()).contains("No run yet", "Fri 20 Nov 2026, 07:00");
    }

    @Test
    void listsEveryHouseholdWithTheFourBlocksOfThoseInReview() throws Exception {
        RunId run = reviewing();

        String page = get("reviewer", "/").body();

        assertThat(page).contains("Run <span>" + run + "</span>", "Hopper Household", "Household H2", "Household H3");
        for (String block : List.of("Current allocation", "Target", "Proposed trades", "Estimated tax impact"))
            assertThat(page).contains("<h3>" + block + "</h3>");
    }

    @Test
    void filtersByBucketAndKeepsTheFilterInTheAddress() throws Exception {
        RunId run = reviewing();

        String page =
                get("reviewer", "/?run=%s&bucket=WITHIN_BAND".formatted(run)).body();

        assertThat(page).contains("Household H2").doesNotContain("Hopper Household");
        assertThat(page).contains("aria-current=\"true\"", "?run=" + run);
    }

    @Test
    void showsAdvisersTheirOwnHouseholdsOnly() throws Exception {
        RunId run = reviewing();
        String about = CaseId.of(run, ReviewFixtures.H1).value();

        assertThat(get("advisor01", "/cases/" + about).statusCode()).isEqualTo(200);
        assertThat(get("advisor02", "/cases/" + about).statusCode()).isEqualTo(404);
        assertThat(get("advisor02", "/api/cases/" + about).statusCode()).isEqualTo(404);
        assertThat(get("advisor02", "/").body()).doesNotContain("Hopper Household");
        assertThat(get("advisor02", "/api/cases").body()).isEqualTo("[]");
    }

    @Test
    void tellsACaseFromItsFirstEntryToItsLast() throws Exception {
        RunId run = reviewing();
        CaseId about = CaseId.of(run, ReviewFixtures.H1);

        String page = get("reviewer", "/cases/" + about).body();

        assertThat(page).containsSubsequence("Timeline", "Case opened", "Drift measured", "Trades proposed");
        assertThat(page).contains("Versions of the trades", "Proposed trades", "SPY", "recommended by advisor01");
        assertThat(page).contains("estimated tax $1,200.00");
        assertThat(get("reviewer", "/cases/" + about + "/blocks").body())
                .contains("Estimated tax impact")
                .doesNotContain("<html");
    }

    @Test
    void saysWhatIsNotThere() throws Exception {
        assertThat(get("reviewer", "/cases/R1.H9").statusCode()).isEqualTo(404);
        assertThat(get("reviewer", "/?run=R1").statusCode()).isEqualTo(404);
        assertThat(get("reviewer", "/?state=NONSENSE").statusCode()).isEqualTo(400);
        HttpResponse<String> api = get("reviewer", "/api/cases?state=NONSENSE");
        assertThat(api.statusCode()).isEqualTo(400);
        assertThat(api.body()).contains("\"field\":\"state\"");
        assertThat(get("reviewer", "/api/cases/R1.H9").statusCode()).isEqualTo(404);
        assertThat(get("reviewer", "/api/completeness").statusCode()).isEqualTo(400);
    }

    @Test
    void tellsAHouseholdsStoryOverAllItsRunsToThoseWhoMaySeeIt() throws Exception {
        CaseId first = CaseId.of(reviewing(), ReviewFixtures.H1);
        cases.moveTo(first, CaseState.DECLINED, "not now");
        CaseId second = CaseId.of(reviewing(), ReviewFixtures.H1);

        String story = get("advisor01", "/api/households/H1/timeline").body();

        assertThat(story).contains(first.run().value(), second.run().value(), "CASE_CLOSED");
        assertThat(story.split("\"event\":\"CASE_OPENED\"", -1)).hasSize(3);
        assertThat(get("advisor02", "/api/households/H1/timeline").statusCode()).isEqualTo(404);
    }

    @Test
    void saysEverythingThatWasMissingWhenARunWasAborted() throws Exception {
        RunId run = runs.open(new RunRequest(RunSource.SCHEDULE, ReviewStory.REVIEWER, "Daily run", List.of()));
        portfolio.answerIncompletely("account 10000007 is missing", "page 3 of lots is short");
        collect.forRun(run);
        runs.abort(run, "account 10000007 is missing page 3 of lots is short");

        assertThat(get("reviewer", "/").body())
                .contains("Aborted", "<li>account 10000007 is missing</li>", "<li>page 3 of lots is short</li>");
    }

    @Test
    void showsTheSettingsInForceWithTheirDefaultsAndNoSecrets() throws Exception {
        assertThat(get("reviewer", "/api/configuration").body())
                .contains("\"driftgate.market.zone\":\"America/New_York\"", "\"driftgate.desk.open-blocks\":\"40\"")
                .contains("failed-job-retry-time-cycle\":\"PT1M,PT5M,PT30M,PT2H\"");
    }

    @Test
    void hasPagesThatEverybodyCanRead() throws Exception {
        RunId run = reviewing();
        inABrowser("reviewer", page -> {
            assertReadable(page, "/", 200, "desk-run");
            assertReadable(page, "/cases/" + CaseId.of(run, ReviewFixtures.H1), 200, "desk-case");
            assertReadable(page, "/cases/R1.H9", 404, "desk-not-found");
        });
    }

    /** Three households: one outside its band and in review, one inside, one without a target. */
    private RunId reviewing() {
        Household inside = household("H2", "60/40", "0", "SPY", "60", "AGG", "40");
        Household untargeted = household("H3", null, "0", "SPY", "60", "AGG", "40");
        portfolio.answer(PortfolioFixtures.book(ReviewFixtures.household(), inside, untargeted));
        RunId run = runs.open(new RunRequest(RunSource.SCHEDULE, ReviewStory.REVIEWER, "Daily run", List.of()));
        collect.forRun(run);
        validate.ofRun(run);
        measure.ofRun(run);
        CaseId about = CaseId.of(run, ReviewFixtures.H1);
        proposals.answer(ReviewFixtures.trades());
        propose.forCase(about);
        check.forCase(about);
        cases.moveTo(about, CaseState.IN_REVIEW, null);
        return run;
    }
}
