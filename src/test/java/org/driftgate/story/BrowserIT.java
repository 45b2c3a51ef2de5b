package org.driftgate.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One day of the demo firm through a browser: each person does his part, in the order of the day. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserIT {

    private static final List<String> BLOCKS =
            List.of("Current allocation", "Target", "Proposed trades", "Estimated tax impact");

    private BrowserDay day;
    private Screens screens;
    private CaseFile stuck;

    @BeforeAll
    void startTheDay() {
        assumeTrue(Screens.areThere(), "no " + Screens.CHROMIUM + ": the browser tests are skipped");
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        day = new BrowserDay();
        screens = day.screens;
    }

    @AfterEach
    void closeWindows(TestInfo test) {
        screens.closeAll(test.getTestMethod().orElseThrow().getName());
    }

    @AfterAll
    void endTheDay() {
        if (day != null) day.close();
    }

    @Test
    @Order(1)
    void showsEveryHouseholdInReviewWithItsFourBlocksOnOnePage() {
        Page stranger = screens.stranger();
        screens.go(stranger, "/");
        assertThat(stranger).hasURL(Pattern.compile(".*/login$"));
        Screens.everybodyCanUse(stranger);
        Screens.picture(stranger, "01-log-in", 1000);

        Page page = screens.logIn("reviewer");
        List<CaseFile> reviews = day.cases("IN_REVIEW");
        assertThat(reviews).hasSizeGreaterThan(20);
        for (CaseFile about : reviews) {
            Locator household = page.locator("#" + about.household());
            assertThat(household).containsText(about.name());
            assertThat(household
                            .locator("[role=group]:visible")
                            .evaluateAll("all => all.map(block => block.getAttribute('aria-label'))"))
                    .isEqualTo(BLOCKS);
        }
        assertThat(page.getByText("Cockpit")).hasCount(0);
        Screens.picture(page, "02-run", 1000);
    }

    @Test
    @Order(2)
    void keepsWhatIsFilteredInTheAddressAndShowsAdvisersTheirOwn() {
        Page page = screens.logIn("reviewer");
        page.locator(".tiles a")
                .filter(new Locator.FilterOptions().setHasText("Set aside"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*bucket=SET_ASIDE.*"));
        Screens.picture(page, "03-set-aside", 700);
        Locator households = page.locator(".households > tbody");
        int aside = households.count();
        page.navigate(page.url());
        assertThat(households).hasCount(aside);
        assertThat(aside).isBetween(1, 10);

        Page adviser = screens.logIn("advisor01");
        assertThat(adviser.locator(".households > tbody > tr:first-child > td:nth-child(2)")
                        .allInnerTexts())
                .hasSizeGreaterThan(5)
                .containsOnly("advisor01");
        Screens.everybodyCanUse(adviser);
    }

    @Test
    @Order(3)
    void letsAReviewerChangeALineInTasklistAndApprove() {
        CaseFile about = day.reviewWith(view -> !view.get("restrictions").isEmpty()
                && !view.get("accountsNotConsidered").isEmpty()
                && view.get("approvalMode").asText().equals("HOUSEHOLD"));
        TasklistPage tasklist = screens.tasklist("reviewer").filter("Restricted");
        assertThat(tasklist.task(about.name())).isVisible();
        Screens.picture(tasklist.page(), "04-tasklist", 1000);
        var form = new ReviewForm(tasklist.open(about.name()).claim());
        form.showsEverything();
        Screens.picture(tasklist.page(), "05-review", 2400);

        int changed = form.buyOneShareLess();
        form.reason("Checked against the household's plan");
        Screens.picture(tasklist.page(), "06-review-changed", 2400);
        form.approveWithChanges();
        tasklist.waitUntilGone(about.name());
        Screens.picture(tasklist.page(), "07-review-done", 1000);

        JsonNode view = about.review();
        assertThat(view.get("versions").findValuesAsText("kind")).containsExactly("ORIGINAL", "REDUCTION");
        assertThat(view.get("lines").findValuesAsText("quantity")).contains("" + changed);
        assertThat(about.state()).isNotEqualTo("IN_REVIEW");
        assertThat(about.actors("SIGNED_OFF")).containsOnly("reviewer");
    }

    @Test
    @Order(4)
    void letsTheTaxReviewerPickOtherLots() {
        day.finishReviews();
        CaseFile about = day.taxReviewWithLotsToChooseFrom();
        TasklistPage tasklist = screens.tasklist("tax").open(about.name()).claim();
        var form = new TaxForm(tasklist);
        form.weighsLongTermFirst();
        Screens.picture(tasklist.page(), "08-tax-lots-preview", 1500);
        BigDecimal shown = form.takesHighestCostFirst();
        Screens.picture(tasklist.page(), "09-tax-lots-chosen", 1500);
        form.save("Highest cost first");
        tasklist.waitUntilGone(about.name());

        assertThat(about.actors("LOTS_CHOSEN")).containsExactly("tax");
        JsonNode saved = day.api.get("tax", "/api/tax-reviews/" + about.id()).get("estimatedTax");
        assertThat(shown).isEqualByComparingTo(saved.decimalValue());
        assertThat(about.state()).isNotEqualTo("IN_TAX_REVIEW");
        day.finishTaxReviews();
    }

    @Test
    @Order(5)
    void letsTheAdviserRecordWhatTheClientSaid() {
        day.moveTo("08:00");
        CaseFile about = day.cases("AWAITING_CONSENT").get(0);
        TasklistPage tasklist =
                screens.tasklist(about.adviser()).open(about.name()).claim();
        Page page = tasklist.page();
        assertThat(page.getByText("What is proposed")).hasAttribute("href", "/cases/" + about.id());
        Screens.type(page.getByLabel("Note"), "Called back on the number on file");
        page.getByLabel("Consent given").check();
        page.getByLabel("Who said it?").fill("The account owner");
        page.locator(".fjs-form-field-select .fjs-input-group").click();
        page.locator(".fjs-dropdownlist-item").getByText("Telephone").click();
        page.getByLabel("On which day?").fill(day.now().format(DateTimeFormatter.ofPattern("MM/dd/uuuu")));
        page.getByLabel("On which day?").press("Tab");
        page.getByLabel("At what time?").fill("07:55");
        page.getByLabel("At what time?").press("Tab");
        Screens.picture(page, "10-consent", 1200);
        Screens.press(page, "Complete");
        tasklist.waitUntilGone(about.name());

        assertThat(about.actors("CONSENT_RECORDED")).containsExactly(about.adviser());
        assertThat(about.state()).isEqualTo("WAITING_FOR_RELEASE");
    }

    @Test
    @Order(6)
    void bringsARejectedTradeToItsAdviserAtOnce() {
        day.moveTo("09:46");
        CaseFile about = day.cases("EXCEPTION").get(0);
        JsonNode order = about.orderInTrouble();
        TasklistPage tasklist = screens.tasklist(about.adviser())
                .filter("Exceptions")
                .open(about.name())
                .claim();
        Locator form = tasklist.form("dg-exception");
        Locator rejected = form.locator("#dg-orders tr.changed").first();
        assertThat(rejected).containsText(order.get("code").asText());
        assertThat(rejected).containsText(order.get("message").asText());
        form.locator("#dg-by-hand").click();
        assertThat(form.locator("#dg-errors")).containsText("Give a reason");
        Screens.picture(tasklist.page(), "11-rejected", 1300);

        form.locator("#dg-reason").fill("Entered on the custodian's own site");
        form.locator("#dg-reference").fill("AC-4711");
        form.locator("#dg-by-hand").click();
        tasklist.waitUntilGone(about.name());

        assertThat(about.actors("EXCEPTION_RESOLVED")).containsExactly(about.adviser());
        assertThat(day.mailbox()).anySatisfy(mail -> {
            assertThat(mail.get("deliveredTo").asText()).isEqualTo(about.adviser() + "@firm.example");
            assertThat(mail.get("subject").asText()).contains("exception", about.name());
        });
    }

    @Test
    @Order(7)
    void tellsTheAdministratorWhatFailedAndWhatIsSafe() {
        var fault = Map.of("system", "redtail", "path", "", "kind", "SERVER_ERROR", "value", "503", "times", 100_000);
        day.api.simulator("POST", "/simulator/faults", fault).ok();
        day.moveTo("13:30");
        day.api.simulator("DELETE", "/simulator/faults", null).ok();
        JsonNode incident = day.incident();
        stuck = CaseFile.ofIncident(day.api, incident);

        var cockpit = new CockpitPage(screens, "admin").dashboard();
        Screens.picture(cockpit.page(), "12-cockpit", 1000);
        Locator row = cockpit.incidentsOf(incident.get("processDefinitionId").asText())
                .incident(stuck.name());
        for (String said : List.of(stuck.name(), "Redtail", "retrying is safe", "Record in CRM"))
            assertThat(row).containsText(said);
        Screens.picture(cockpit.page(), "13-incident", 1400);
    }

    @Test
    @Order(8)
    void letsATraderStartARunForChosenHouseholds() {
        List<String> chosen = day.householdsWithoutCase().subList(0, 2);
        TasklistPage tasklist = screens.tasklist("trader");
        tasklist.startProcess("Rebalancing run");
        Page page = tasklist.page();
        Screens.type(page.getByLabel("Why is this run needed?"), "Two families called");
        page.locator(".modal-dialog").getByLabel("Households").fill(String.join(", ", chosen));
        Screens.picture(page, "14-start-run", 1000);
        Screens.press(page, "Start");
        page.locator(".modal-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        day.settle();

        JsonNode newest = day.api.get("trader", "/api/runs").get(0);
        assertThat(newest.get("source").asText()).isEqualTo("TRADER");
        assertThat(newest.get("requestedBy").asText()).isEqualTo("trader");
        assertThat(newest.get("reason").asText()).isEqualTo("Two families called");
        assertThat(newest.get("households").asInt()).isEqualTo(chosen.size());
    }

    @Test
    @Order(9)
    void finishesTheCaseWhenTheAdministratorRetries() {
        Awaitility.await("the CRM is asked again")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(2))
                .until(day::everySystemAnswers);
        var cockpit = new CockpitPage(screens, "admin")
                .incidentsOf(day.incident().get("processDefinitionId").asText());
        cockpit.retry(stuck.name());
        Screens.picture(cockpit.page(), "15-retried", 1000);

        Awaitility.await("the end of " + stuck.id())
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> stuck.state().equals("NOTIFIED"));
    }

    @Test
    @Order(10)
    void tellsTheStoryOfACaseAndShowsTheLetter() {
        Page page = screens.logIn("examiner");
        screens.go(page, "/cases/" + stuck.id());
        Locator timeline = page.locator(".timeline");
        assertThat(timeline).containsText(Pattern.compile("recommended by[\\s\\S]*Client told"));
        Screens.everybodyCanUse(page);
        Screens.picture(page, "16-case");

        screens.goToSimulator(page, "/mailbox");
        Locator letter = page.getByText("Your portfolio ").first();
        letter.waitFor();
        Screens.picture(page, "17-mailbox", 1000);
        letter.click();
        assertThat(page.frameLocator("iframe").locator("body")).containsText("How your investments are divided");
        Screens.picture(page, "18-letter");
    }

    @Test
    @Order(11)
    void shutsEveryDoorAtLogOut() {
        Page page = screens.tasklist("reviewer2").filter("My queue").page();
        screens.go(page, "/");
        Screens.press(page, "Log out");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?logout$"));
        for (String door : List.of("/", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/")) {
            screens.go(page, door);
            assertThat(page).hasURL(Pattern.compile(".*/login$"));
        }
        Screens.picture(page, "19-logged-out", 800);
    }
}
