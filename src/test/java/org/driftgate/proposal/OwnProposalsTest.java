package org.driftgate.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.driftgate.testing.ReviewFixtures.A1;
import static org.driftgate.testing.ReviewFixtures.A2;
import static org.driftgate.testing.ReviewFixtures.lot;
import static org.driftgate.testing.ReviewFixtures.position;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.driftgate.drift.DriftCalculation;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Registration;
import org.driftgate.household.Restriction;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.ProposalSource.Answer;
import org.driftgate.rebalancing.CashAfter;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.PortfolioFixtures;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeatureTest
@Import(ReviewTestConfiguration.class)
class OwnProposalsTest {

    private static final Book MARKET = PortfolioFixtures.book(ReviewFixtures.household());

    private final ReviewStory story;
    private final Proposals proposals;
    private final MarketCalendar calendar;
    private final DriftCalculation drift;
    private final OwnProposals own;

    OwnProposalsTest(
            ReviewStory story, Proposals proposals, MarketCalendar calendar, DriftCalculation drift, OwnEngine engine) {
        this.story = story;
        this.proposals = proposals;
        this.calendar = calendar;
        this.drift = drift;
        own = new OwnProposals(engine);
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void proposesWholeSharesThatTheCashPaysForAtTheirLimits() {
        Household household = ReviewFixtures.household();

        List<Trade> trades = proposed(household).trades();

        assertThat(trades).anyMatch(trade -> trade.side() == Side.SELL).anyMatch(trade -> trade.side() == Side.BUY);
        assertThat(trades).allMatch(trade -> trade.quantity().isWhole());
        assertThat(trades).extracting(Trade::line).doesNotHaveDuplicates().isSorted();
        assertThat(CashAfter.of(
                        household, PlannedTrades.of(trades), calendar.today().plus(drift.cashNeedHorizon())))
                .noneMatch(cash -> cash.shortfallAtCollar().isPositive());
        assertThat(trades)
                .allSatisfy(trade -> assertThat(trade.reasons().get(0).sentence())
                        .contains(trade.symbol().value())
                        .contains("cost $"));
    }

    @Test
    void saysWhatWouldTurnATradeAroundAndCallsNoMarginalPriceATax() {
        assertThat(proposed(ReviewFixtures.household()).trades()).allSatisfy(trade -> {
            assertThat(trade.reasons()).extracting(Reason::code).contains("FLIP", "SHADOW_PRICE");
            assertThat(trade.reasons())
                    .filteredOn(reason -> reason.code().equals("FLIP")
                            || reason.code().equals("SHADOW_PRICE")
                            || reason.code().equals("ALTERNATIVE"))
                    .noneMatch(reason -> reason.sentence().contains("tax"));
            assertThat(trade.reasons())
                    .filteredOn(reason -> reason.code().equals("FIRST_IN_FIRST_OUT"))
                    .allMatch(reason -> reason.sentence().contains("the netted tax would be"));
        });
    }

    @Test
    void givesTheSameAnswerForTheSameInputsAndAnotherHashForOthers() {
        Answer.Proposed first = proposed(ReviewFixtures.household());

        assertThat(proposed(ReviewFixtures.household())).isEqualTo(first);
        assertThat(first.reference()).isEqualTo("own-" + first.hash().substring(0, 16));
        Restriction harmless = new Restriction(A2, new Symbol("VTI"), Restriction.Kind.NO_BUY, "screen");
        assertThat(proposed(ReviewFixtures.with(harmless)).hash()).isNotEqualTo(first.hash());
    }

    @Test
    void hashesEveryDeclaredPairThatJoinsItsSecurities() {
        String alone = hash(MARKET);

        assertThat(hash(identical("BND", "SPY", "BND", "AGG")))
                .as("SPY and AGG are one through BND, which nobody holds")
                .isNotEqualTo(alone)
                .isNotEqualTo(hash(identical("BND", "SPY", "BIL", "AGG")))
                .isEqualTo(hash(identical("BND", "SPY", "BND", "AGG", "EFA", "BIL")));
        assertThat(hash(identical("EFA", "BIL"))).isEqualTo(alone);
    }

    private String hash(Book market) {
        Answer answer = own.propose(ReviewFixtures.household(), market);
        return ((Answer.Proposed) answer).hash();
    }

    private static Book identical(String... pairs) {
        List<Book.Substitute> substitutes = new ArrayList<>(MARKET.substitutes());
        for (int i = 0; i < pairs.length; i += 2)
            substitutes.add(new Book.Substitute(new Symbol(pairs[i]), new Symbol(pairs[i + 1]), true));
        return new Book(MARKET.securities(), MARKET.models(), substitutes, MARKET.households());
    }

    @Test
    void returnsARefusalAsASentence() {
        Restriction locked = new Restriction(null, null, Restriction.Kind.LOCKED, "estate");
        assertThat(own.propose(ReviewFixtures.with(locked), MARKET))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("Our engine sets the household aside: ")
                                .contains("locked: estate"));
        Household inside = ReviewFixtures.withAccounts(ReviewFixtures.account(
                A1,
                Registration.TAXABLE,
                AccountStatus.ACTIVE,
                true,
                "0",
                position("SPY", lot("L1", "SPY", "60", "40", "2020-03-02")),
                position("AGG", lot("L9", "AGG", "40", "40", "2020-03-02"))));
        assertThat(own.propose(inside, MARKET))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason()).startsWith("Our engine proposes no trade: "));
    }

    @Test
    void leavesAFractionOfAShareWhereItIs() {
        Household fractions = ReviewFixtures.withAccounts(ReviewFixtures.account(
                A2,
                Registration.IRA,
                AccountStatus.ACTIVE,
                true,
                "0",
                position(
                        "VTI",
                        lot("L1", "VTI", "5.4", "40", "2020-03-02"),
                        lot("L2", "VTI", "0.3", "40", "2021-03-02")),
                position("SPY", lot("L3", "SPY", "90.25", "40", "2020-03-02"))));
        CaseId about = story.openCase(fractions);

        story.propose(about, proposed(fractions).trades());

        assertThat(story.current(about).trades())
                .allMatch(trade -> trade.quantity().isWhole());
    }

    @Test
    void keepsWithEachProposalWhatItsMeasureIs() {
        Household household = ReviewFixtures.household();
        CaseId about = story.openCase(household);
        story.propose(about, proposed(household).trades());
        ProposalAnalysis ours = analysis(about);
        story.propose(about, ReviewFixtures.trades());
        ProposalAnalysis theirs = analysis(about);

        ProposalAnalysis.Figures figures =
                Objects.requireNonNull(ours.figures(), () -> ours.flags().toString());
        assertThat(figures.keepsRules()).isTrue();
        assertThat(figures.planObjective()).isLessThan(figures.greedyObjective().add(BigDecimal.ONE));
        assertThat(figures.ownObjective()).isEqualTo(figures.objective());
        assertThat(Objects.requireNonNull(figures.gap())).isNotNegative();
        assertThat(ours.driftAfter()).isLessThan(ours.driftBefore());
        assertThat(Objects.requireNonNull(theirs.figures()).objective()).isGreaterThan(figures.objective());
        assertThat(theirs.figures().ownObjective()).isEqualTo(figures.ownObjective());
        assertThat(theirs.figures().planObjective()).isEqualTo(figures.planObjective());
        assertThat(theirs.policyHash()).isEqualTo(ours.policyHash()).hasSize(64);
    }

    @Test
    void letsNobodyChangeOrAddAMeasureLater() {
        CaseId about = story.openCase(ReviewFixtures.household());
        story.propose(about, ReviewFixtures.trades());
        var application = JdbcClient.create(TestDatabase.asApplication());

        assertThatThrownBy(() -> application
                        .sql("update driftgate.proposal_analysis set objective = 0")
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        TestDatabase.ownerJdbc().sql("delete from driftgate.proposal_analysis").update();
        assertThatThrownBy(() -> application.sql("""
                                insert into driftgate.proposal_analysis (version_id, source, netted_tax, drift_before,
                                  drift_after, millis, policy_hash, flags)
                                select id, 'OWN', 0, 0, 0, 0, repeat('a', 64), '{late}' from driftgate.proposal_version""").update())
                .hasMessageContaining("is not a proposal that is being written");
    }

    private Answer.Proposed proposed(Household household) {
        Answer answer = own.propose(household, MARKET);
        assertThat(answer).isInstanceOf(Answer.Proposed.class);
        return (Answer.Proposed) answer;
    }

    private ProposalAnalysis analysis(CaseId about) {
        return proposals.analysisOf(story.current(about).id()).orElseThrow();
    }
}
