package org.driftgate.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        classes = DeskTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.profiles.active=desk-test", "spring.flyway.enabled=false"})
class PagesTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    @LocalServerPort
    private int port;

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
        assertThat(get("advisor02", "/cases/" + about).statusCode()).isEqualTo(403);
        assertThat(get("advisor02", "/api/cases/" + about).statusCode()).isEqualTo(403);
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
        assumeTrue(Files.exists(CHROMIUM), "no chromium: pages were not looked at in a browser");
        RunId run = reviewing();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")))) {
            Page page = browser.newPage(new Browser.NewPageOptions()
                    .setHttpCredentials("reviewer", "reviewer")
                    .setViewportSize(1400, 900));
            assertReadable(page, "/", 200, "desk-run");
            assertReadable(page, "/cases/" + CaseId.of(run, ReviewFixtures.H1), 200, "desk-case");
            assertReadable(page, "/cases/R1.H9", 404, "desk-not-found");
        }
    }

    private void assertReadable(Page page, String path, int status, String name) {
        assertThat(page.navigate(address(path).toString()).status()).isEqualTo(status);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(path).isEmpty();
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

    private HttpResponse<String> get(String person, String path) throws Exception {
        String credentials =
                Base64.getEncoder().encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(address(path)).header("Authorization", "Basic " + credentials);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
