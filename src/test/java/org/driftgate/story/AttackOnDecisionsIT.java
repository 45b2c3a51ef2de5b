package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.driftgate.story.Api.Answer;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Decisions that are old, of something else, of the wrong person, or two at once; by people who may decide. */
@TestMethodOrder(OrderAnnotation.class)
class AttackOnDecisionsIT {

    private static final String BREAKS_OUT =
            "wrong\r\nBcc: evil@x.example\r\n\r\n<script>alert(1)</script><img src=x onerror=alert(1)>${7*7}[[${7*7}]]";
    private static final AttackedFirm FIRM = AttackedFirm.firm();

    @Test
    @Order(1)
    void takesNoApprovalOfAnotherVersionOrItsHash() {
        String mine = FIRM.nextCase();
        JsonNode view = FIRM.review(mine);
        JsonNode other = FIRM.review(FIRM.nextCase());
        Map<String, Object> right = AttackedFirm.decision(view, "APPROVE");

        moved(mine, with(right, "tradeHash", other.get("tradeHash").asText()));
        moved(mine, with(right, "tradeHash", "ab".repeat(32)));
        moved(mine, with(right, "version", view.get("version").asInt() + 1));
        FIRM.traced("DECISION_REFUSED", "reviewer", mine, "are not those of version 1");
        FIRM.traced("DECISION_REFUSED", "reviewer", mine, other.get("tradeHash").asText());
        assertThat(FIRM.state(mine)).isEqualTo("IN_REVIEW");
    }

    @Test
    @Order(2)
    void takesNoOldApprovalAgain() {
        String about = FIRM.nextCase();
        Map<String, Object> approval = AttackedFirm.decision(FIRM.review(about), "APPROVE");
        FIRM.decide("reviewer", about, approval).ok();

        moved(about, approval);
        FIRM.traced("DECISION_REFUSED", "reviewer", about, "does not wait for reviewProposal");

        FIRM.api()
                .post(
                        "reviewer",
                        "/api/reviews/%s/revocation".formatted(about),
                        Map.of(
                                "version",
                                approval.get("version"),
                                "tradeHash",
                                approval.get("tradeHash"),
                                "reason",
                                "the wrong account"))
                .ok();
        FIRM.day().settle();
        if (FIRM.state(about).equals("IN_REVIEW")) {
            moved(about, approval);
            FIRM.traced("DECISION_REFUSED", "reviewer", about, "took the place of version 1");
        }
        assertThat(approvals(about)).isZero();
    }

    @Test
    @Order(3)
    void letsNobodyApproveWhatTheyChanged() {
        String about = FIRM.nextCase();
        JsonNode view = FIRM.review(about);
        Map<String, Object> change =
                with(AttackedFirm.decision(view, "APPROVE_WITH_CHANGES"), "lines", oneShareMore(view));
        Answer changed = FIRM.decide("reviewer", about, change);
        assertThat(changed.ok().get("route").asText()).isEqualTo("SECOND_REVIEWER");

        Answer own = FIRM.decide("reviewer", about, AttackedFirm.decision(FIRM.review(about), "APPROVE"));

        assertThat(own.status()).as(own.body().toString()).isEqualTo(422);
        assertThat(own.body().get("problems").toString()).contains("reviewer proposed version 2; somebody else signs");
        FIRM.traced("GATE_REFUSED", "reviewer", about, "sign-off", "somebody else signs");
        assertThat(approvals(about)).isZero();
        FIRM.nothingSent();
    }

    /** Both people press at the same moment; whoever comes second is told what happened meanwhile. */
    @RepeatedTest(4)
    @Order(4)
    void hearsOneOfTwoReviewersWhoDecideAtOnce() throws Exception {
        String about = FIRM.nextCase();
        JsonNode view = FIRM.review(about);
        var together = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        try {
            Future<Answer> one = people.submit(at(together, "reviewer", about, view, "APPROVE"));
            Future<Answer> two = people.submit(at(together, "reviewer2", about, view, "DECLINE"));
            boolean first = one.get().status() == 200;
            Answer lost = first ? two.get() : one.get();

            assertThat(List.of(one.get().status(), two.get().status()))
                    .as("%s and %s", one.get().body(), two.get().body())
                    .containsExactlyInAnyOrder(200, 409);
            assertThat(lost.body().get("detail").asText())
                    .containsAnyOf("already decided", "is closed", "does not wait");
            assertThat(verdicts(about)).containsExactly(first ? "APPROVED reviewer" : "DECLINED reviewer2");
            FIRM.traced("DECISION_REFUSED", first ? "reviewer2" : "reviewer", about);
            FIRM.nothingSent();
        } finally {
            people.shutdownNow();
        }
    }

    /** Sending is stopped until every approval of the day has run out; then two people let it go on. */
    @Test
    @Order(5)
    void sendsNothingWhenTheApprovalHasRunOut() {
        for (int i = 0; i < 3; i++) {
            String about = FIRM.nextCase();
            FIRM.decide("reviewer", about, AttackedFirm.decision(FIRM.review(about), "APPROVE"))
                    .ok();
        }
        String declined = FIRM.nextCase();
        FIRM.decide(
                        "reviewer",
                        declined,
                        with(AttackedFirm.decision(FIRM.review(declined), "DECLINE"), "reason", BREAKS_OUT))
                .ok();
        turn("trader", "STOP");
        FIRM.day().moveTo(FIRM.day().now().toLocalDate() + "T15:46");
        assertThat(FIRM.count(
                        "select count(*) from driftgate.verdict where decision = 'APPROVED' and expires_at <= '%s'"
                                .formatted(FIRM.api()
                                        .get("examiner", "/api/demo/clock")
                                        .get("now")
                                        .asText())))
                .isPositive();

        turn("owner", "RESTART");
        turn("trader", "RESTART");
        FIRM.day().moveBy("PT6M");

        FIRM.nothingSent();
        FIRM.traced("RELEASE_CHECKED", "driftgate", "EXPIRED", "The approval expired at");
    }

    /** A person's own words travel in the letter of the evening; they stay words of one line. */
    @Test
    @Order(6)
    void writesNobodyAnythingButText() {
        FIRM.day().moveTo(FIRM.day().now().toLocalDate() + "T18:10");

        List<JsonNode> mails = FIRM.outside().mails();
        assertThat(mails)
                .extracting(mail -> mail.get("deliveredTo").asText())
                .isNotEmpty()
                .noneMatch(to -> to.contains("evil"));
        List<JsonNode> telling = mails.stream()
                .filter(mail -> FIRM.outside().textOf(mail).contains("Bcc: evil@x.example"))
                .toList();
        assertThat(telling).as("letters with the reason of the decline").isNotEmpty();
        for (JsonNode mail : telling) {
            String html = part(mail, "html");
            assertThat(html).contains("&lt;script&gt;").doesNotContain("<script", "<img src=x", ">49", "49<");
            String head = part(mail, "eml").split("\r\n\r\n", 2)[0];
            assertThat(head).doesNotContain("evil@x.example");
        }
        FIRM.traced("VERDICT_GIVEN", "reviewer", "Bcc: evil@x.example");
    }

    private static String part(JsonNode mail, String part) {
        return FIRM.api()
                .simulator("GET", "/mailbox/%d/%s".formatted(mail.get("id").asInt(), part), null)
                .ok()
                .asText();
    }

    private static void moved(String about, Map<String, Object> body) {
        Answer answer = FIRM.decide("reviewer", about, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
        assertThat(answer.body().get("detail").asText()).isNotBlank();
        FIRM.nothingSent();
    }

    private static Callable<Answer> at(
            CyclicBarrier together, String person, String about, JsonNode view, String kind) {
        return () -> {
            together.await();
            return FIRM.decide(person, about, AttackedFirm.decision(view, kind));
        };
    }

    private static Map<String, Object> with(Map<String, Object> body, String key, Object value) {
        var changed = new TreeMap<>(body);
        changed.put(key, value);
        return changed;
    }

    /** The first sale grows by a share. */
    private static List<Map<String, Object>> oneShareMore(JsonNode view) {
        JsonNode grown = Staff.list(view.get("lines")).stream()
                .filter(line -> line.get("side").asText().equals("SELL"))
                .findFirst()
                .orElseThrow();
        return Staff.list(view.get("lines")).stream()
                .map(line -> line == grown
                        ? Map.<String, Object>of(
                                "line",
                                line.get("line").asInt(),
                                "action",
                                "CHANGE",
                                "quantity",
                                "" + (line.get("quantity").asInt() + 1),
                                "reason",
                                "one more")
                        : Map.<String, Object>of("line", line.get("line").asInt(), "action", "KEEP"))
                .toList();
    }

    private static long approvals(String about) {
        return verdicts(about).stream()
                .filter(one -> one.startsWith("APPROVED"))
                .count();
    }

    /** Those that were not taken back. */
    private static List<String> verdicts(String about) {
        return FIRM.database().jdbc().sql("""
                select d.decision || ' ' || d.decided_by from driftgate.verdict d
                join driftgate.proposal_version v on v.id = d.version_id
                where v.case_id = ? and not exists (select from driftgate.revocation r where r.verdict_id = d.id)""").param(about).query(String.class).list();
    }

    private static void turn(String person, String action) {
        FIRM.api()
                .post(person, "/api/sending", Map.of("action", action, "reason", "the attack suite"))
                .ok();
    }
}
