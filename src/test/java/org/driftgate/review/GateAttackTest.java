package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.approval;

import java.util.UUID;
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
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the application's own database role cannot do, whatever code runs with it. */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class GateAttackTest {

    private static final String OTHER_HASH = "ab".repeat(32);

    private final ReviewStory story;
    private final Reviews reviews;
    private final Gate gate;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    GateAttackTest(ReviewStory story, Reviews reviews, Gate gate, JdbcClient jdbc, TransactionTemplate transaction) {
        this.story = story;
        this.reviews = reviews;
        this.gate = gate;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void letsTheProperWayPass() {
        ProposalVersion version = story.inReview();

        assertThatCode(() -> {
                    sign(version, version.tradeHash(), "reviewer");
                    verdict(version, version.tradeHash(), "APPROVED", "reviewer");
                })
                .doesNotThrowAnyException();
        assertThat(gate.approval(version.about())).isPresent();
    }

    @Test
    void refusesIncompleteData() {
        ProposalVersion version = story.inReview();

        assertRefused(() -> copy(version, "2", "ORIGINAL", version.proposedBy().value(), "false"), "data_complete");
    }

    @Test
    void refusesSelfApproval() {
        assertRefused(sign -> sign(sign, sign.tradeHash(), "advisor01"), "proposed this version");
    }

    @Test
    void refusesASignOffOfOtherContent() {
        assertRefused(version -> sign(version, OTHER_HASH, "reviewer"), "foreign key");
    }

    @Test
    void refusesAVerdictWithoutSignOff() {
        assertRefused(version -> verdict(version, version.tradeHash(), "APPROVED", "reviewer"), "has no sign-off");
    }

    @Test
    void refusesAVerdictOfSomebodyWhoDidNotSign() {
        ProposalVersion version = story.inReview();
        sign(version, version.tradeHash(), "reviewer");

        assertRefused(() -> verdict(version, version.tradeHash(), "APPROVED", "trader"), "has no sign-off of trader");
    }

    @Test
    void refusesAVerdictOnOtherContent() {
        ProposalVersion version = story.inReview();
        sign(version, version.tradeHash(), "reviewer");

        assertRefused(() -> verdict(version, OTHER_HASH, "DECLINED", "reviewer"), "foreign key");
    }

    @Test
    void refusesASecondVerdictAndASecondSigner() {
        ProposalVersion version = approved();

        assertRefused(() -> verdict(version, version.tradeHash(), "DECLINED", "reviewer2"), "verdict_version_id_key");
        assertRefused(() -> sign(version, version.tradeHash(), "reviewer2"), "a verdict stands");
    }

    @Test
    void refusesDecisionsOnAnOlderVersion() {
        ProposalVersion version = approved();
        story.propose(version.about(), version.trades());

        assertRefused(() -> verdict(version, version.tradeHash(), "DECLINED", "reviewer2"), "is not the newest");
        assertThat(gate.approval(version.about())).isEmpty();
        assertThat(standing(version)).isFalse();
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
        assertThat(standing(version)).isFalse();
    }

    @Test
    void refusesAnotherLineInAFinishedVersion() {
        assertRefused(
                version -> jdbc.sql("""
                        insert into driftgate.proposal_line
                        select version_id, 9, account_id, side, symbol, 9999, estimated_price, limit_price
                        from driftgate.proposal_line where version_id = :version and line = 2""").param("version", version.id().value()).update(), "takes no further line");
    }

    @Test
    void refusesAnotherLotInAFinishedSale() {
        assertRefused(
                version -> jdbc.sql("insert into driftgate.proposal_lot values (:version, 1, 2, 'L3', 1)")
                        .param("version", version.id().value())
                        .update(),
                "does not fit into line 1");
    }

    @Test
    void refusesAVersionWhoseHashIsNotThatOfItsLines() {
        ProposalVersion version = story.inReview();

        assertRefused(
                () -> transaction.executeWithoutResult(status -> {
                    UUID id = copy(version, "2", "CHANGE", "reviewer", "true");
                    jdbc.sql("""
                            insert into driftgate.proposal_line
                            values (:id, 1, 'H1-A1', 'BUY', 'AGG', 1, 100, 101)""").param("id", id).update();
                }),
                "is not that of its lines");
    }

    @Test
    void refusesAVersionWithoutItsLines() {
        ProposalVersion version = story.inReview();

        assertRefused(
                () -> transaction.executeWithoutResult(status -> copy(version, "2", "CHANGE", "reviewer", "true")),
                "lacks lines");
    }

    @Test
    void refusesAReductionThatAddsOrChangesItsProposer() {
        ProposalVersion version = story.inReview();

        assertRefused(
                () -> transaction.executeWithoutResult(status -> {
                    UUID id = copy(version, "2", "REDUCTION", "advisor01", "true");
                    jdbc.sql("""
                            insert into driftgate.proposal_line
                            select :id, line, account_id, side, symbol, quantity + 1, estimated_price, limit_price
                            from driftgate.proposal_line where version_id = :version and line = 2""")
                            .param("id", id)
                            .param("version", version.id().value())
                            .update();
                }),
                "is not part of the version that it reduces");
        assertRefused(() -> copy(version, "2", "REDUCTION", "somebody", "true"), "keeps the proposer");
    }

    @Test
    void refusesAVersionThatSkipsANumber() {
        ProposalVersion version = story.inReview();

        assertRefused(() -> copy(version, "3", "CHANGE", "reviewer", "true"), "foreign key");
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

    private void assertRefused(Consumer<ProposalVersion> attack, String message) {
        ProposalVersion version = story.inReview();
        assertRefused(() -> attack.accept(version), message);
    }

    private static void assertRefused(Runnable attack, String message) {
        assertThatThrownBy(attack::run)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*" + message + ".*");
    }

    private void sign(ProposalVersion version, String hash, String person) {
        jdbc.sql("""
                insert into driftgate.sign_off (version_id, trade_hash, person, tier, comment, signed_at)
                values (:version, :hash, :person, 'COMPLIANCE', 'signed', now())""")
                .param("version", version.id().value())
                .param("hash", hash)
                .param("person", person)
                .update();
    }

    private void verdict(ProposalVersion version, String hash, String decision, String person) {
        jdbc.sql("""
                insert into driftgate.verdict (id, version_id, trade_hash, decision, decided_by, threshold,
                  proposal_reason, comment, decided_at, expires_at)
                values (gen_random_uuid(), :version, :hash, :decision, :person, 'drift', 'reason', 'comment',
                  now(), case when :decision = 'APPROVED' then timestamptz '2099-01-01' end)""")
                .param("version", version.id().value())
                .param("hash", hash)
                .param("decision", decision)
                .param("person", person)
                .update();
    }

    private UUID copy(ProposalVersion version, String number, String kind, String proposer, String complete) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into driftgate.proposal_version (id, case_id, number, kind, previous, proposed_by, origin,
                  snapshot_id, reason, line_count, trade_hash, lot_hash, data_complete, created_at)
                select :id, case_id, %s, '%s', id, '%s', origin, snapshot_id, 'attack', 1, trade_hash, lot_hash, %s, now()
                from driftgate.proposal_version where id = :version""".formatted(number, kind, proposer, complete))
                .param("id", id)
                .param("version", version.id().value())
                .update();
        return id;
    }

    private boolean standing(ProposalVersion version) {
        return jdbc.sql("""
                select driftgate.approval_stands(id) from driftgate.verdict where version_id = :version""")
                .param("version", version.id().value())
                .query(Boolean.class)
                .single();
    }
}
