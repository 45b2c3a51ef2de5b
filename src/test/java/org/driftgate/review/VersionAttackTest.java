package org.driftgate.review;

import static org.driftgate.review.GateRows.assertRefused;

import java.util.UUID;
import java.util.function.Consumer;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the application's own database role cannot do to the trades of a version, whatever code runs with it. */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class VersionAttackTest {

    private final ReviewStory story;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final GateRows rows;

    VersionAttackTest(ReviewStory story, JdbcClient jdbc, TransactionTemplate transaction) {
        this.story = story;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = new GateRows(jdbc);
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void refusesIncompleteData() {
        ProposalVersion version = story.inReview();

        assertRefused(
                () -> rows.copy(version, "2", "ORIGINAL", version.proposedBy().value(), "false"), "data_complete");
    }

    @Test
    void refusesAnotherLineInAFinishedVersion() {
        assertRefusedInReview(
                version -> jdbc.sql("""
                        insert into driftgate.proposal_line
                        select version_id, 9, account_id, side, symbol, 9999, estimated_price, limit_price
                        from driftgate.proposal_line where version_id = :version and line = 2""").param("version", version.id().value()).update(), "takes no further line");
    }

    @Test
    void refusesAnotherLotInAFinishedSale() {
        assertRefusedInReview(
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
                    UUID id = rows.copy(version, "2", "CHANGE", "reviewer", "true");
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
                () -> transaction.executeWithoutResult(status -> rows.copy(version, "2", "CHANGE", "reviewer", "true")),
                "lacks lines");
    }

    @Test
    void refusesAReductionThatAddsOrChangesItsProposer() {
        ProposalVersion version = story.inReview();

        assertRefused(
                () -> transaction.executeWithoutResult(status -> {
                    UUID id = rows.copy(version, "2", "REDUCTION", "advisor01", "true");
                    jdbc.sql("""
                            insert into driftgate.proposal_line
                            select :id, line, account_id, side, symbol, quantity + 1, estimated_price, limit_price
                            from driftgate.proposal_line where version_id = :version and line = 2""")
                            .param("id", id)
                            .param("version", version.id().value())
                            .update();
                }),
                "is not part of the version that it reduces");
        assertRefused(() -> rows.copy(version, "2", "REDUCTION", "somebody", "true"), "keeps the proposer");
    }

    @Test
    void refusesAVersionThatSkipsANumber() {
        ProposalVersion version = story.inReview();

        assertRefused(() -> rows.copy(version, "3", "CHANGE", "reviewer", "true"), "foreign key");
    }

    private void assertRefusedInReview(Consumer<ProposalVersion> attack, String message) {
        ProposalVersion version = story.inReview();
        assertRefused(() -> attack.accept(version), message);
    }
}
