package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.review.GateRows.assertRefused;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.approval;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.driftgate.proposal.AccountLimit;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.LotHash;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.proposal.TradeHash;
import org.driftgate.shared.Money;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.driftgate.testing.TierTableStub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a version may lead to in each account is hashed with it, and a reduction never widens it. */
@FeatureTest
@Import({ReviewTestConfiguration.class, GateRows.class})
class EnvelopeTest {

    private final ReviewStory story;
    private final Reviews reviews;
    private final ChangeProposal changes;
    private final TierTableStub table;
    private final JdbcClient jdbc;
    private final GateRows rows;

    EnvelopeTest(
            ReviewStory story,
            Reviews reviews,
            ChangeProposal changes,
            TierTableStub table,
            JdbcClient jdbc,
            GateRows rows) {
        this.story = story;
        this.reviews = reviews;
        this.changes = changes;
        this.table = table;
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
        table.reset();
    }

    @Test
    void keepsTheLimitsOfEveryTradedAccountWithTheVersion() {
        ProposalVersion version = story.inReview();

        assertThat(version.limits())
                .containsExactly(
                        new AccountLimit(ReviewFixtures.A1, Money.ZERO, Money.usd("6000")),
                        new AccountLimit(ReviewFixtures.A2, Money.ZERO, null));
        assertThat(version.hashFormat()).isEqualTo(2);
    }

    @Test
    void computesTheSameHashesInTheDatabase() {
        ProposalVersion version = story.inReview();

        assertThat(hash("trade_hash_of(id)", version))
                .isEqualTo(TradeHash.of(version))
                .isEqualTo(version.tradeHash());
        assertThat(hash("lot_hash_of(id, 0)", version))
                .isEqualTo(LotHash.of(version.tradeHash(), LotHash.lotsOf(version.trades())));
        String text = hash("trade_text_of(id)", version);
        assertThat(text).startsWith("driftgate-trades/2\ncase=" + version.about() + "\nversion=1\ntype=LIMIT\n");
        assertThat(text.getBytes(StandardCharsets.UTF_8)).endsWith((byte) '\n');
    }

    @Test
    void stillProvesAVersionOfTheFirstFormat() {
        ProposalVersion version = story.inReview();
        JdbcClient owner = TestDatabase.ownerJdbc();
        owner.sql("update driftgate.proposal_version set hash_format = 1").update();

        String text = hash("trade_text_of(id)", version);
        ProposalVersion first = story.current(version.about());

        assertThat(text).startsWith("driftgate-trades/1\n").contains("\norder=DAY\nline=1|account=H1-A1|side=SELL");
        assertThat(first.hashFormat()).isEqualTo(1);
        assertThat(TradeHash.of(first)).isEqualTo(hash("trade_hash_of(id)", version));
    }

    @Test
    void refusesAnEnvelopeThatIsChangedAddedOrMissing() {
        ProposalVersion version = story.inReview();

        assertRefused(
                () -> rows.run(
                        version, "insert into driftgate.envelope_account values (:version, 'H1-A9', 0, 1000000)"),
                "does not trade account H1-A9");
        assertRefused(
                () -> rows.run(
                        version, "insert into driftgate.envelope_account values (:version, 'H1-A1', 0, 1000000)"),
                "envelope_account_pkey");
        assertRefused(() -> rows.run(version, """
                        insert into driftgate.proposal_version (id, case_id, number, kind, previous, proposed_by, origin,
                          snapshot_id, reason, line_count, trade_hash, lot_hash, data_complete, created_at, hash_format)
                        select gen_random_uuid(), case_id, 2, 'CHANGE', id, 'reviewer', origin, snapshot_id, 'attack', 1,
                          trade_hash, lot_hash, true, now(), 1 from driftgate.proposal_version where id = :version"""), "is hashed in format 2");
    }

    @Test
    void refusesAReductionThatLeavesABuyWithoutTheSaleThatPaysForIt() {
        ProposalVersion version = story.inReview();
        List<Trade> withoutFunding =
                version.trades().stream().filter(trade -> trade.line() != 1).toList();

        assertRefused(
                () -> changes.reduce(version.about(), withoutFunding, REVIEWER, "attack"),
                "the reduction leaves account H1-A1 short of cash");
        assertThat(story.current(version.about()).number()).isEqualTo(1);
    }

    @Test
    void refusesLotsThatRealiseMoreGainThanWasApproved() {
        List<Trade> loss = List.of(
                ReviewFixtures.sell(1, ReviewFixtures.A1, "SPY", 100, ReviewFixtures.part("L3", "100")),
                ReviewFixtures.buy(2, ReviewFixtures.A1, "AGG", 99));
        ProposalVersion version = story.inReview(ReviewFixtures.household(), loss);
        reviews.decide(version.about(), approval(version), REVIEWER);

        assertRefused(() -> rows.run(version, """
                        with chosen as (insert into driftgate.lot_selection
                          select id, 1, trade_hash, encode(sha256(convert_to('driftgate-lots/1' || chr(10) || 'trades='
                            || trade_hash || chr(10) || 'line=1|lot=L1|quantity=100.000000' || chr(10), 'UTF8')), 'hex'),
                            'tax', '', now() from driftgate.proposal_version where id = :version returning version_id)
                        insert into driftgate.lot_selection_lot select version_id, 1, 1, 1, 'L1', 100 from chosen"""), "(realise more gain in account H1-A1|foreign key)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"envelope_account", "review_requirement", "finding_override", "firm_setting"})
    void neverChangesARow(String table) {
        for (String attack : List.of(
                "update driftgate.%s set %s = %s",
                "delete from driftgate.%s",
                "truncate driftgate.%s cascade",
                "alter table driftgate.%s disable trigger all",
                "drop table driftgate.%s cascade")) {
            String column = table.equals("firm_setting") ? "value" : "version_id";
            assertRefused(
                    () -> jdbc.sql(attack.formatted(table, column, column)).update(),
                    "(permission denied|must be owner)");
        }
    }

    private String hash(String function, ProposalVersion version) {
        return jdbc.sql("select driftgate.%s from driftgate.proposal_version where id = :id".formatted(function))
                .param("id", version.id().value())
                .query(String.class)
                .single();
    }
}
