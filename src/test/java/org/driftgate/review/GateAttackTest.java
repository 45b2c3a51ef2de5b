package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.driftgate.review.GateRows.OTHER_HASH;
import static org.driftgate.review.GateRows.assertRefused;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.approval;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application's own database role cannot do to decisions, whatever code runs with it. */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class GateAttackTest {

    private final ReviewStory story;
    private final Reviews reviews;
    private final Gate gate;
    private final JdbcClient jdbc;
    private final GateRows rows;

    GateAttackTest(ReviewStory story, Reviews reviews, Gate gate, JdbcClient jdbc) {
        this.story = story;
        this.reviews = reviews;
        this.gate = gate;
        this.jdbc = jdbc;
        this.rows = new GateRows(jdbc);
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void letsTheProperWayPass() {
        ProposalVersion version = story.inReview();

        assertThatCode(() -> {
                    rows.sign(version, version.tradeHash(), "reviewer");
                    rows.verdict(version, version.tradeHash(), "APPROVED", "reviewer");
                })
                .doesNotThrowAnyException();
        assertThat(gate.approval(version.about())).isPresent();
    }

    @Test
    void refusesSelfApproval() {
        assertRefusedInReview(sign -> rows.sign(sign, sign.tradeHash(), "advisor01"), "proposed this version");
    }

    @Test
    void refusesASignOffOfOtherContent() {
        assertRefusedInReview(version -> rows.sign(version, OTHER_HASH, "reviewer"), "foreign key");
    }

    @Test
    void refusesAVerdictWithoutSignOff() {
        assertRefusedInReview(
                version -> rows.verdict(version, version.tradeHash(), "APPROVED", "reviewer"), "has no sign-off");
    }

    @Test
    void refusesAVerdictOfSomebodyWhoDidNotSign() {
        ProposalVersion version = story.inReview();
        rows.sign(version, version.tradeHash(), "reviewer");

        assertRefused(
                () -> rows.verdict(version, version.tradeHash(), "APPROVED", "trader"), "has no sign-off of trader");
    }

    @Test
    void refusesAVerdictOnOtherContent() {
        ProposalVersion version = story.inReview();
        rows.sign(version, version.tradeHash(), "reviewer");

        assertRefused(() -> rows.verdict(version, OTHER_HASH, "DECLINED", "reviewer"), "foreign key");
    }

    @Test
    void refusesASecondVerdictAndASecondSigner() {
        ProposalVersion version = approved();

        assertRefused(
                () -> rows.verdict(version, version.tradeHash(), "DECLINED", "reviewer2"), "verdict_version_id_key");
        assertRefused(() -> rows.sign(version, version.tradeHash(), "reviewer2"), "a verdict stands");
    }

    @Test
    void refusesDecisionsOnAnOlderVersion() {
        ProposalVersion version = approved();
        story.propose(version.about(), version.trades());

        assertRefused(() -> rows.verdict(version, version.tradeHash(), "DECLINED", "reviewer2"), "is not the newest");
        assertThat(gate.approval(version.about())).isEmpty();
        assertThat(rows.standing(version)).isFalse();
    }

    @Test
    void refusesAnythingAfterARevocation() {
        ProposalVersion version = approved();
        jdbc.sql("""
                insert into driftgate.revocation
                select id, 'reviewer2', 'wrong account', now() from driftgate.verdict where version_id = :version""").param("version", version.id().value()).update();

        assertRefused(
                () -> jdbc.sql("""
                        insert into driftgate.consent values
                          (:version, :hash, true, 'client', 'phone', now(), '', 'advisor01', now())""")
                        .param("version", version.id().value())
                        .param("hash", version.tradeHash())
                        .update(),
                "was taken back");
        assertThat(gate.objections(version.about())).containsExactly("the approval of version 1 was taken back");
        assertThat(rows.standing(version)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proposal_version",
                "proposal_line",
                "proposal_lot",
                "proposal_reason",
                "rule_check",
                "finding",
                "rule_result",
                "review_event",
                "line_decision",
                "sign_off",
                "verdict",
                "revocation",
                "lot_selection",
                "lot_selection_lot",
                "consent",
                "review_draft"
            })
    void neverChangesARow(String table) {
        String column = jdbc.sql("""
                select column_name from information_schema.columns
                where table_schema = 'driftgate' and table_name = :table and is_generated = 'NEVER'
                  and is_identity = 'NO' limit 1""").param("table", table).query(String.class).single();
        Stream.of(
                        "update driftgate.%s set %s = %s".formatted(table, column, column),
                        "delete from driftgate." + table,
                        "truncate driftgate.%s cascade".formatted(table),
                        "alter table driftgate.%s disable trigger all".formatted(table),
                        "drop table driftgate.%s cascade".formatted(table))
                .forEach(attack -> assertRefused(() -> jdbc.sql(attack).update(), "(permission denied|must be owner)"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void neverReplacesTheRules(String function) {
        assertRefused(
                () -> jdbc.sql("drop function driftgate." + function + " cascade")
                        .update(),
                "must be owner");
    }

    static Stream<String> functions() {
        return Stream.of(
                "trade_hash_of",
                "begin_version",
                "add_line",
                "add_lot",
                "finish_version",
                "sign_version",
                "give_verdict");
    }

    private ProposalVersion approved() {
        ProposalVersion version = story.inReview();
        reviews.decide(version.about(), approval(version), REVIEWER);
        return version;
    }

    private void assertRefusedInReview(Consumer<ProposalVersion> attack, String message) {
        ProposalVersion version = story.inReview();
        assertRefused(() -> attack.accept(version), message);
    }
}
