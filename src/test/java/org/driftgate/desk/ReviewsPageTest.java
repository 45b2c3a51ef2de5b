package org.driftgate.desk;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewStory.REVIEWER2;

import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.household.Household;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.ReviewDecision.Kind;
import org.driftgate.review.Reviews;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.ManyReviews;
import org.driftgate.testing.PortfolioFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReviewsPageTest extends RunningPages {

    private static final Pattern CHOICE = Pattern.compile("name=\"selected\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private ManyReviews firm;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Proposals proposals;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void listsWhatWaitsWithEverythingThatADecisionNeeds() throws Exception {
        CaseId about = firm.of(1).get(0);

        String page = get("reviewer", "/reviews").body();

        assertThat(page).contains("Household H1", "advisor01", "$5,900.00", "$120.50", "Fri 20 Nov 2026, 11:00");
        assertThat(page).contains("/cases/" + about, "name=\"comment\"", "type=\"checkbox\"");
        assertThat(page).doesNotContain("checked", "disabled");
        assertThat(get("reviewer", "/").body()).contains("href=\"/reviews\"");
        assertThat(get("advisor01", "/").body()).doesNotContain("href=\"/reviews\"");
    }

    @Test
    void saysWhyAHouseholdCannotBeSelected() throws Exception {
        firm.of(decidedTradeByTrade("H1"));

        String page = get("reviewer", "/reviews").body();

        assertThat(page).contains("approved trade by trade", "disabled", "aria-describedby=\"obstacle-H1\"");
    }

    @Test
    void approvesFiftyHouseholdsInOneSessionThoughOneOfThemHasMovedOn() throws Exception {
        List<CaseId> all = firm.of(50);
        String page = get("reviewer", "/reviews").body();
        CaseId moved = all.get(6);
        decline(moved);

        String answer = approve(page, "Reviewed together").body();

        assertThat(answer).contains("<dd>49</dd>", "<dd>1</dd>", "version 1 is already decided");
        List<UUID> sessions = jdbc.sql("select session from driftgate.verdict where decision = 'APPROVED'")
                .query(UUID.class)
                .list();
        assertThat(sessions).hasSize(49).containsOnly(sessions.get(0));
        assertThat(answer).contains(sessions.get(0).toString());
        assertThat(jdbc.sql("""
                        select count(distinct p.case_id) from driftgate.verdict v
                        join driftgate.proposal_version p on p.id = v.version_id
                        where v.comment = 'Reviewed together'""").query(Integer.class).single()).isEqualTo(49);
        assertThat(events(moved)).contains(AuditEvent.DECISION_REFUSED);
        assertThat(events(all.get(0))).doesNotContain(AuditEvent.DECISION_REFUSED);
    }

    @Test
    void givesFiftyHouseholdsFiftyVerdicts() throws Exception {
        firm.of(50);

        approve(get("reviewer", "/reviews").body(), "");

        assertThat(jdbc.sql("select count(*) from driftgate.verdict group by session")
                        .query(Integer.class)
                        .list())
                .containsExactly(50);
    }

    @Test
    void refusesAHouseholdThatIsDecidedTradeByTradeThoughTheFormNamesIt() throws Exception {
        CaseId about = firm.of(decidedTradeByTrade("H1")).get(0);

        String answer = approve(get("reviewer", "/reviews").body(), "").body();

        assertThat(answer).contains("Refused", "line 1 has no decision", "line 2 has no decision");
        assertThat(events(about)).doesNotContain(AuditEvent.VERDICT_GIVEN);
    }

    @Test
    void wantsASelectionItKnowsAndTheTokenOfTheForm() throws Exception {
        firm.of(1);
        String token = token(get("reviewer", "/reviews").body());

        HttpResponse<String> nothing = post("reviewer", "/reviews", "_csrf=" + token + "&comment=kept");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Select at least one household", "value=\"kept\"");
        assertThat(post("reviewer", "/reviews", "_csrf=" + token + "&selected=H1")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("reviewer", "/reviews", "selected=H1").statusCode()).isIn(401, 403);
    }

    @Test
    void canBeReadAndUsedByEverybody() {
        firm.of(
                PortfolioFixtures.household("H1", "60/40", "0", "SPY", "90", "AGG", "10"),
                PortfolioFixtures.household("H2", "60/40", "0", "SPY", "90", "AGG", "10"),
                decidedTradeByTrade("H3"));

        inABrowser("reviewer", page -> {
            assertReadable(page, "/reviews", 200, "desk-reviews");
            page.getByLabel("Select Household H1").check();
            page.getByLabel("Select Household H2").check();
            decline(proposalOf("H2"));
            page.getByLabel("Comment, kept with each approval").fill("Checked against the plan");
            page.getByText("Approve selected", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertReadable(page, "desk-reviews-decided");
            assertThat(page.locator("tbody tr").allInnerTexts())
                    .satisfiesExactly(
                            one -> assertThat(one).contains("Household H1", "Approved"),
                            other -> assertThat(other).contains("Household H2", "Refused", "already decided"));
        });
    }

    private HttpResponse<String> approve(String page, String comment) throws Exception {
        String selected = CHOICE.matcher(page)
                .results()
                .map(choice -> "&selected=" + encode(choice.group(1), UTF_8))
                .collect(Collectors.joining());
        return post("reviewer", "/reviews", "_csrf=" + token(page) + selected + "&comment=" + encode(comment, UTF_8));
    }

    private static String token(String page) {
        return TOKEN.matcher(page)
                .results()
                .map(found -> encode(found.group(1), UTF_8))
                .findAny()
                .orElseThrow();
    }

    private void decline(CaseId about) {
        var version = proposals.current(about).orElseThrow();
        reviews.decide(about, ReviewStory.decision(version, Kind.DECLINE, "The client moves."), REVIEWER2);
    }

    private CaseId proposalOf(String household) {
        return jdbc.sql("select id from driftgate.rebalancing_case where household_id = ?")
                .param(household)
                .query((row, number) -> new CaseId(row.getString(1)))
                .single();
    }

    private List<AuditEvent> events(CaseId about) {
        return audit.ofCase(about).stream()
                .map(recorded -> recorded.entry().event())
                .toList();
    }

    private static Household decidedTradeByTrade(String id) {
        return PortfolioFixtures.tradeByTrade(PortfolioFixtures.household(id, "60/40", "0", "SPY", "90", "AGG", "10"));
    }
}
