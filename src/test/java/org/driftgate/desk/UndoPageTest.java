package org.driftgate.desk;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.review.Gate;
import org.driftgate.review.Reviews;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.shared.CaseId;
import org.driftgate.testing.ManyReviews;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The button that takes an approval back: who sees it, until when, and what it says. */
class UndoPageTest extends RunningPages {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BUTTON = "Take the approval back</button>";

    @Autowired
    private ManyReviews firm;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Proposals proposals;

    @Autowired
    private Cases cases;

    @Autowired
    private Gate gate;

    @Autowired
    private AuditLog audit;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void clear() {
        TestDatabase.clear();
        clock.moveTo("2026-11-20T06:55");
    }

    @AfterEach
    void resetClock() {
        clock.moveTo("2026-11-20T06:55");
    }

    @Test
    void offersItToComplianceAloneUntilTheReleaseWindowOpens() throws Exception {
        CaseId about = approved();

        assertThat(page("reviewer2", about))
                .contains(BUTTON, "approved by <strong>reviewer</strong>", "Fri 20 Nov 2026, 09:45", "name=\"_csrf\"");
        assertThat(page("advisor01", about)).doesNotContain(BUTTON);
        clock.moveTo("2026-11-20T10:00");
        assertThat(page("reviewer", about)).contains(BUTTON, "at any moment");
    }

    @Test
    void offersNothingWhileTheCaseIsInReviewOrOnItsWayToTheMarket() throws Exception {
        CaseId about = firm.of(1).get(0);
        assertThat(page("reviewer", about)).doesNotContain(BUTTON);

        approve(about);
        for (CaseState state : List.of(CaseState.IN_TAX_REVIEW, CaseState.AWAITING_CONSENT)) {
            cases.moveTo(about, state, null);
            assertThat(page("reviewer", about)).contains(BUTTON);
        }
        cases.moveTo(about, CaseState.EXECUTING, null);
        assertThat(page("reviewer", about)).doesNotContain(BUTTON);
    }

    @Test
    void takesItBackAndSaysSo() throws Exception {
        CaseId about = approved();

        HttpResponse<String> answer = takeBack(about, "wrong household");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(get("reviewer", "/cases/" + about).body())
                .contains("The approval of version 1 was taken back.")
                .doesNotContain(BUTTON);
        assertThat(gate.approval(about)).isEmpty();
        assertThat(events(about)).contains(AuditEvent.APPROVAL_REVOKED);
    }

    @Test
    void namesWhatIsWrongAndKeepsTheApproval() throws Exception {
        CaseId about = approved();

        HttpResponse<String> blank = takeBack(about, " ");
        assertThat(blank.statusCode()).isEqualTo(422);
        assertThat(blank.body()).contains("taking an approval back needs a reason", BUTTON);
        assertThat(takeBack(about, "x".repeat(501)).body()).contains("may have 500 characters");
        String otherScreen = form(about, "late").replace("version=1", "version=7");
        assertThat(post("reviewer", address(about), otherScreen).statusCode()).isEqualTo(409);
        assertThat(post("reviewer", address(about), "reason=no+token").statusCode())
                .isIn(401, 403);

        assertThat(gate.approval(about)).isPresent();
        assertThat(events(about)).contains(AuditEvent.GATE_REFUSED).doesNotContain(AuditEvent.APPROVAL_REVOKED);
    }

    @Test
    void canBeReadByEverybody() {
        CaseId about = approved();
        inABrowser("reviewer", page -> assertReadable(page, "/cases/" + about, 200, "desk-undo"));
    }

    private CaseId approved() {
        CaseId about = firm.of(1).get(0);
        approve(about);
        cases.moveTo(about, CaseState.WAITING_FOR_RELEASE, null);
        return about;
    }

    private void approve(CaseId about) {
        reviews.decide(about, ReviewStory.approval(version(about)), ReviewStory.REVIEWER);
    }

    private ProposalVersion version(CaseId about) {
        return proposals.current(about).orElseThrow();
    }

    private String page(String person, CaseId about) throws Exception {
        return get(person, "/cases/" + about).body();
    }

    private HttpResponse<String> takeBack(CaseId about, String reason) throws Exception {
        return post("reviewer", address(about), form(about, reason));
    }

    private String form(CaseId about, String reason) throws Exception {
        ProposalVersion version = version(about);
        return "_csrf=%s&version=%d&tradeHash=%s&reason=%s"
                .formatted(token(about), version.number(), version.tradeHash(), encode(reason, UTF_8));
    }

    private String token(CaseId about) throws Exception {
        return TOKEN.matcher(page("reviewer", about))
                .results()
                .map(found -> encode(found.group(1), UTF_8))
                .findAny()
                .orElseThrow();
    }

    private static String address(CaseId about) {
        return "/cases/" + about + "/revocation";
    }

    private List<AuditEvent> events(CaseId about) {
        return audit.ofCase(about).stream()
                .map(recorded -> recorded.entry().event())
                .toList();
    }
}
