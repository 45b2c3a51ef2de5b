package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewChanges.change;
import static org.driftgate.testing.ReviewChanges.changes;
import static org.driftgate.testing.ReviewChanges.exclude;
import static org.driftgate.testing.ReviewFixtures.A1;
import static org.driftgate.testing.ReviewFixtures.A2;
import static org.driftgate.testing.ReviewFixtures.buy;
import static org.driftgate.testing.ReviewFixtures.part;
import static org.driftgate.testing.ReviewFixtures.sell;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.approval;

import java.time.LocalDate;
import java.util.List;
import org.driftgate.household.Household;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.RecentTrade;
import org.driftgate.process.Rows;
import org.driftgate.process.ShippedRules;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.PortfolioFixtures;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;

/** Through the thirtieth day after a taxable sale nobody in the household buys back, whoever proposes it. */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class HarvestLockTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    private final ReviewStory story;
    private final Reviews reviews;
    private final Gate gate;
    private final CheckAgain again;
    private final ShippedRules tables;

    HarvestLockTest(ReviewStory story, Reviews reviews, Gate gate, CheckAgain again, ShippedRules tables) {
        this.story = story;
        this.reviews = reviews;
        this.gate = gate;
        this.again = again;
        this.tables = tables;
    }

    @BeforeEach
    @AfterEach
    void clear() {
        TestDatabase.clear();
        tables.reset();
    }

    @Test
    void refusesOnTheThirtiethDayInEveryAccount() {
        ProposalVersion version = proposed(sold(A1, "AGG", 30));

        assertThat(locks(version))
                .containsExactly(
                        "BLOCK AGG may not be bought in account H1-A1 through day 30 after a loss: AGG was sold in"
                                + " account H1-A1 on 2026-10-21, 30 days ago [2]",
                        "BLOCK AGG may not be bought in account H1-A2 through day 30 after a loss: AGG was sold in"
                                + " account H1-A1 on 2026-10-21, 30 days ago [4]");
        assertThat(reviews.decide(version.about(), approval(version), REVIEWER))
                .isInstanceOf(ReviewDecision.Outcome.Refused.class);
    }

    @Test
    void allowsOnTheThirtyFirstDay() {
        ProposalVersion version = proposed(sold(A1, "AGG", 31));

        assertThat(locks(version)).isEmpty();
        assertThat(reviews.decide(version.about(), approval(version), REVIEWER))
                .isInstanceOf(ReviewDecision.Outcome.Recorded.class);
        assertThat(reviews.view(version.about()).rules())
                .filteredOn(rule -> rule.rule().equals("HARVEST_LOCK"))
                .hasSize(2)
                .allSatisfy(rule -> {
                    assertThat(rule.actual()).isEqualByComparingTo("31");
                    assertThat(rule.limit()).isEqualByComparingTo("30");
                    assertThat(rule.row()).isEqualTo("LOCK-0");
                });
    }

    @ParameterizedTest(name = "a result of {1}, {0} days ago: {2} lines are locked")
    @CsvSource({"30, -0.01, 2", "31, -0.01, 0", "30, 0, 0", "0, 10, 0"})
    void locksNoSaleOfWhichAGainIsReported(int daysAgo, String gain, int lines) {
        var sold = new RecentTrade(
                A1,
                TODAY.minusDays(daysAgo),
                new Symbol("AGG"),
                Side.SELL,
                Quantity.shares(5),
                Price.of("101"),
                Money.usd(gain));
        assertThat(came(approved(ReviewFixtures.trades()), ReviewFixtures.with(sold)))
                .hasSize(lines);
    }

    @ParameterizedTest(name = "{1} sold in {0} today: {2} lines are locked")
    @CsvSource({"H1-A1, AGG, 2", "H1-A2, AGG, 0", "H1-A1, BND, 0", "H1-A1, SPY, 0"})
    void looksAtTaxableSalesOfTheSecurityOnly(String account, String symbol, int lines) {
        assertThat(locks(proposed(sold(new AccountId(account), symbol, 0)))).hasSize(lines);
    }

    @Test
    void locksWhatATaxableAccountIsSelling() {
        var order = new OpenOrder(A1, new Symbol("AGG"), Side.SELL, Quantity.shares(5), TODAY.minusDays(40));
        ProposalVersion version = story.inReview(
                PortfolioFixtures.with(ReviewFixtures.household(), order),
                List.of(sell(1, A2, "SPY", 50, part("L4", "50")), buy(2, A2, "AGG", 50)));

        assertThat(locks(version)).singleElement().asString().contains("0 days ago [2]");
    }

    @ParameterizedTest(name = "filled {0} days ago")
    @CsvSource({"0, 0", "1, 1"})
    void doesNotLockALineBecauseOfAnotherThatIsFilledToday(int daysAgo, int lines) {
        ProposalVersion version = story.inReview(
                sold(A1, "SPY", daysAgo), List.of(sell(1, A1, "SPY", 100, part("L1", "100")), buy(2, A1, "SPY", 10)));

        assertThat(locks(version)).hasSize(lines);
    }

    @Test
    void refusesAnEditThatKeepsALockedPurchaseAndTakesOneThatDropsIt() {
        ProposalVersion version = proposed(sold(A1, "AGG", 30));

        assertThat(reviews.decide(version.about(), changes(version, change(2, 50)), REVIEWER))
                .isInstanceOfSatisfying(
                        ReviewDecision.Outcome.Refused.class,
                        refused -> assertThat(refused.problems()).anyMatch(why -> why.contains("may not be bought")));
        assertThat(reviews.decide(
                        version.about(), changes(version, exclude(2, "locked"), exclude(4, "locked")), REVIEWER))
                .isInstanceOf(ReviewDecision.Outcome.Recorded.class);
    }

    @Test
    void stopsARelease() {
        ProposalVersion version = approved(ReviewFixtures.trades());

        assertThat(came(version, sold(A1, "AGG", 0))).hasSize(2).allMatch(one -> one.startsWith("BLOCK HARVEST_LOCK"));
        assertThat(came(version, sold(A2, "AGG", 0))).isEmpty();
    }

    @Test
    void letsTheRestOfAProposalFollowItsOwnSale() {
        ProposalVersion version = approved(List.of(sell(1, A1, "SPY", 100, part("L1", "100")), buy(2, A2, "SPY", 4)));

        assertThat(came(version, sold(A1, "SPY", 0))).isEmpty();
    }

    @Test
    void waitsAsLongAsTheFirmsTableSays() {
        tables.edit(Rows.add(ShippedRules.text(), "pre-trade-harvest-lock", "<= 45", "LOCK-9", "WARN", "45", "", ""));

        assertThat(locks(proposed(sold(A1, "AGG", 45)))).hasSize(2).allMatch(one -> one.startsWith("WARNING AGG"));
    }

    private ProposalVersion approved(List<Trade> trades) {
        ProposalVersion version = story.inReview(ReviewFixtures.household(), trades);
        assertThat(reviews.decide(version.about(), approval(version), REVIEWER))
                .isInstanceOf(ReviewDecision.Outcome.Recorded.class);
        return version;
    }

    /** What is new when the household is looked at before release. */
    private List<String> came(ProposalVersion version, Household now) {
        ApprovedVersion approval = gate.approval(version.about()).orElseThrow();
        return again.on(approval, now, PortfolioFixtures.book(now)).came();
    }

    private static Household sold(AccountId account, String symbol, int daysAgo) {
        return ReviewFixtures.with(new RecentTrade(
                account, TODAY.minusDays(daysAgo), new Symbol(symbol), Side.SELL, Quantity.shares(5), Price.of("101")));
    }

    private ProposalVersion proposed(Household household) {
        return story.inReview(household, ReviewFixtures.trades());
    }

    private List<String> locks(ProposalVersion version) {
        return reviews.view(version.about()).findings().stream()
                .filter(finding -> finding.rule().equals("HARVEST_LOCK"))
                .map(finding -> "%s %s %s".formatted(finding.severity(), finding.sentence(), finding.lines()))
                .toList();
    }
}
