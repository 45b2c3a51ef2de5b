package org.driftgate.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The gate on the screen, in a firm that asks for a log-in of the last fifteen minutes, where advisers sign first when
 * consent is needed and two compliance reviewers sign larger orders.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GateBrowserIT {

    private static final String NAME = "gate-browser";
    private static final Map<String, String> SETTINGS = Map.of("driftgate.security.fresh-authentication", "PT15M");

    private BrowserDay day;
    private Screens screens;
    private CaseFile large;

    @BeforeAll
    void startTheDay() {
        assumeTrue(Screens.areThere(), "no " + Screens.CHROMIUM + ": the browser tests are skipped");
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        day = new BrowserDay(NAME, SETTINGS, GateBrowserIT::drawTheFirmsTiers);
        screens = day.screens;
        large = day.reviewWith(view -> needs(view, "COMPLIANCE", "COMPLIANCE_2") && !isBlocked(view));
    }

    @AfterEach
    void closeWindows(TestInfo test) {
        screens.closeAll("gate-" + test.getTestMethod().orElseThrow().getName());
    }

    @AfterAll
    void endTheDay() {
        if (day != null) day.close();
    }

    @Test
    @Order(1)
    void showsAnAdviserWhatToSignWithItsColumns() {
        CaseFile about = day.reviewWith(view -> needs(view, "ADVISER", "COMPLIANCE") && !isBlocked(view));
        TasklistPage tasklist = screens.tasklist(about.adviser()).filter("All clients");
        assertThat(tasklist.task(about.name())).containsText("Estimated tax in $");
        assertThat(tasklist.task(about.name())).containsText(about.adviser());
        var form = new ReviewForm(tasklist.open(about.name()).claim());
        assertThat(form.part("dg-signatures")).hasText("Needs the household's adviser, then a compliance reviewer.");
        form.part("dg-rules").locator("summary").click();
        assertThat(form.part("dg-rules")).containsText(Pattern.compile("Drift worse[\\s\\S]*points"));
        assertThat(form.part("dg-allocation").locator("thead")).containsText("After");
        Screens.picture(tasklist.page(), "g1-adviser-signs", 2400);
        assertThat(tasklist.page().getByText("Access Denied")).hasCount(0);
        form.approve();
        tasklist.hears("Another person has to sign");

        var next = new ReviewForm(screens.task("reviewer", about.task()));
        assertThat(next.part("dg-signatures"))
                .hasText("Signed by %s (the household's adviser). Needs a compliance reviewer."
                        .formatted(about.adviser()));
    }

    @Test
    @Order(2)
    void letsAReviewerOverrideAFindingAndSomebodyElseSign() {
        CaseFile about = day.reviewWith(view -> needs(view, "COMPLIANCE") && !isBlocked(view));
        forbid(about);
        TasklistPage tasklist = screens.task("reviewer", about.task());
        var form = new ReviewForm(tasklist.claim());
        form.override("CASH_NEED");
        assertThat(form.part("dg-errors")).containsText("at least ten characters");
        Screens.picture(tasklist.page(), "g2-blocked", 2400);
        form.reason("The client pays the withdrawal from another bank");
        form.override("CASH_NEED");
        tasklist.hears("Somebody else has to sign");
        Screens.picture(tasklist.page(), "g3-overridden", 1000);

        var mine = new ReviewForm(screens.task("reviewer", about.task()));
        assertThat(mine.part("dg-not-you")).containsText("reviewer overrode a finding of version 2");
        TasklistPage second = screens.task("reviewer2", about.task());
        var theirs = new ReviewForm(second.claim());
        assertThat(theirs.part("dg-not-you")).hasCount(0);
        Screens.picture(second.page(), "g4-overridden-second", 2400);
        theirs.approve();
        second.hears("Approved.");
        assertThat(about.actors("SIGNED_OFF")).containsExactly("reviewer2");
    }

    @Test
    @Order(3)
    void tellsTheFirstSignerThatTheTaskWaitsForSomebodyElse() {
        TasklistPage tasklist = screens.task("reviewer", large.task());
        var form = new ReviewForm(tasklist.claim());
        assertThat(form.part("dg-signatures"))
                .hasText("Needs a compliance reviewer, then a second compliance reviewer.");
        form.approve();
        tasklist.hears("Another person has to sign");
        Screens.picture(tasklist.page(), "g5-first-signed", 1000);

        var again = new ReviewForm(screens.task("reviewer", large.task()));
        assertThat(again.part("dg-not-you")).containsText("reviewer has signed version");
        Page list = screens.logIn("reviewer");
        screens.go(list, "/reviews");
        assertThat(list.locator("#" + large.household())).containsText("it waits for somebody else");
        Screens.everybodyCanUse(list);
        Screens.picture(list, "g6-reviews", 1000);
    }

    @Test
    @Order(4)
    void asksTheSecondSignerForThePasswordWhenTheLogInIsOld() {
        TasklistPage tasklist = screens.task("reviewer2", large.task());
        var form = new ReviewForm(tasklist.claim());
        day.moveBy("PT20M");
        assertThat(form.part("dg-signatures"))
                .hasText("Signed by reviewer (a compliance reviewer). Needs a second compliance reviewer.");
        form.approve();
        form.part("dg-password").fill("guess");
        Screens.picture(tasklist.page(), "g7-password", 2400);
        form.part("dg-prove").click();
        assertThat(form.part("dg-errors")).containsText("The password is wrong");
        Screens.everybodyCanUse(tasklist.page(), "#dg-review");
        assertThat(large.state()).isEqualTo("IN_REVIEW");

        form.part("dg-password").fill("reviewer2");
        form.part("dg-prove").click();
        tasklist.hears("Approved.");
        assertThat(large.actors("SIGNED_OFF")).containsExactly("reviewer", "reviewer2");
        assertThat(large.state()).isNotEqualTo("IN_REVIEW");
    }

    @Test
    @Order(5)
    void takesAnApprovalBackOnThePageOfTheCase() {
        Page page = screens.logIn("reviewer");
        screens.go(page, "/cases/" + large.id());
        Locator undo = page.locator("#undo");
        assertThat(undo).containsText("was approved by reviewer2");
        assertThat(undo).containsText("not before");
        Screens.everybodyCanUse(page);
        Screens.picture(page, "g8-undo", 1000);

        day.moveBy("PT20M");
        undo.getByLabel("Reason").fill("The client called");
        Screens.press(page, "Take the approval back");
        proveWhoYouAre(page, "reviewer");
        assertThat(page).hasURL(Pattern.compile(".*/cases/" + large.id() + "$"));
        assertThat(page.getByText("press the button again")).isVisible();
        assertThat(large.state()).isNotEqualTo("IN_REVIEW");
        Screens.picture(page, "g10-again", 1000);

        undo.getByLabel("Reason").fill("The client called");
        Screens.press(page, "Take the approval back");
        assertThat(page.getByText("was taken back")).isVisible();
        assertThat(undo).hasCount(0);
        Screens.picture(page, "g11-taken-back", 1000);
        assertThat(large.state()).isEqualTo("IN_REVIEW");
        assertThat(large.actors("APPROVAL_REVOKED")).containsExactly("reviewer");
    }

    @Test
    @Order(6)
    void asksForThePasswordBeforeASessionAndBeforeARestart() {
        Page page = screens.logIn("reviewer");
        screens.go(page, "/reviews");
        day.moveBy("PT20M");
        Locator choice = page.locator("input[name=selected]:enabled").first();
        choice.check();
        Screens.press(page, "Approve selected");
        proveWhoYouAre(page, "reviewer");
        choice.check();
        Screens.press(page, "Approve selected");
        assertThat(page.locator(".chip.good")).hasText("Approved");

        day.moveBy("PT20M");
        screens.go(page, "/sending");
        page.getByLabel("Reason").fill("Prices look wrong");
        Screens.press(page, "Stop all sending");
        assertThat(page.getByText("Prices look wrong").first()).isVisible();
        page.getByLabel("Reason").last().fill("They are right");
        Screens.press(page, "Agree to restart");
        proveWhoYouAre(page, "reviewer");
        Screens.everybodyCanUse(page);
        Screens.picture(page, "g12-sending", 1000);
        page.getByLabel("Reason").last().fill("They are right");
        Screens.press(page, "Agree to restart");
        assertThat(page.getByText("agreed to restart")).isVisible();
    }

    private static void proveWhoYouAre(Page page, String person) {
        assertThat(page).hasURL(Pattern.compile(".*/login/again.*"));
        Screens.everybodyCanUse(page);
        page.getByLabel("Password").fill("guess");
        Screens.press(page, "Log in again");
        assertThat(page.getByText("The password is wrong")).isVisible();
        Screens.picture(page, "g9-log-in-again", 800);
        page.getByLabel("Password").fill(person);
        Screens.press(page, "Log in again");
    }

    /** As the process owner does from Modeler: one rule changed, one added. */
    private static void drawTheFirmsTiers(RunningApplication application) {
        String changed = table().replace("&gt;= 5000000", "&gt;= 200000").replace("<rule id=\"anythingElse\">", """
                        <rule id="consent">
                          <inputEntry id="consentAmount"><text></text></inputEntry>
                          <inputEntry id="consentOverridden"><text>false</text></inputEntry>
                          <inputEntry id="consentConcentration"><text></text></inputEntry>
                          <inputEntry id="consentWarning"><text></text></inputEntry>
                          <inputEntry id="consentConsent"><text>true</text></inputEntry>
                          <inputEntry id="consentByHand"><text></text></inputEntry>
                          <outputEntry id="consentOutput"><text>"ADVISER, COMPLIANCE"</text></outputEntry>
                        </rule>
                        <rule id="anythingElse">""");
        var answer = new ModelerUpload(application).deploy("owner", "review-tiers.dmn", changed);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    }

    private static String table() {
        try {
            return Files.readString(Path.of("processes/review-tiers.dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean needs(JsonNode view, String... tiers) {
        return view.get("signatures").findValuesAsText("tier").equals(List.of(tiers))
                && view.get("approvalMode").asText().equals("HOUSEHOLD");
    }

    private static boolean isBlocked(JsonNode view) {
        return view.get("findings").findValuesAsText("severity").contains("BLOCK");
    }

    /** No household of the demonstration lacks cash, so the finding is written as the rules would write it. */
    private static void forbid(CaseFile about) {
        Database.of(NAME).jdbc().sql("""
                        insert into driftgate.finding
                        select c.version_id, c.number, 99, 'CASH_NEED', 'BLOCK', 'cash for a withdrawal is missing', '{}'
                        from driftgate.rule_check c join driftgate.proposal_version v on v.id = c.version_id
                        where v.case_id = ? order by v.number desc, c.number desc limit 1""").param(about.id()).update();
    }
}
