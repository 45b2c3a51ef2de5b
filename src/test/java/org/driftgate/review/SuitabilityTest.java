package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.ReviewFixtures.A1;
import static org.driftgate.testing.ReviewFixtures.A2;
import static org.driftgate.testing.ReviewFixtures.buy;
import static org.driftgate.testing.ReviewFixtures.part;
import static org.driftgate.testing.ReviewFixtures.sell;
import static org.driftgate.testing.ReviewStory.REVIEWER;
import static org.driftgate.testing.ReviewStory.approval;

import java.util.List;
import org.driftgate.household.Book;
import org.driftgate.household.Security;
import org.driftgate.process.Rows;
import org.driftgate.process.ShippedRules;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Price;
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
import org.springframework.context.annotation.Import;

/** What is bought has to suit the model that the client agreed to, the account and its owner. */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class SuitabilityTest {

    private final ReviewStory story;
    private final Reviews reviews;
    private final ShippedRules tables;

    SuitabilityTest(ReviewStory story, Reviews reviews, ShippedRules tables) {
        this.story = story;
        this.reviews = reviews;
        this.tables = tables;
    }

    @BeforeEach
    @AfterEach
    void clear() {
        TestDatabase.clear();
        tables.reset();
    }

    @Test
    void refusesAClassForWhichTheModelHasNoPlace() {
        ProposalVersion version = instead("EFA");

        assertThat(found(version))
                .containsExactly("BLOCK a buy of EFA, International Equity, in account H1-A1 does not suit the"
                        + " household: its model has no place for this class [2]");
        assertThat(reviews.decide(version.about(), approval(version), REVIEWER))
                .isInstanceOf(ReviewDecision.Outcome.Refused.class);
    }

    @Test
    void takesTheModelItsStandInsAndCash() {
        assertThat(found(instead("AGG"))).isEmpty();
        assertThat(asked(instead("VTI")).actual()).isEqualByComparingTo("60");
        assertThat(asked(instead("BIL")).row()).isEqualTo("SUIT-0");
    }

    @Test
    void warnsOfAStockThatTheModelDoesNotName() {
        assertThat(found(bought(stock("XOM", "US Equity"))))
                .singleElement()
                .asString()
                .startsWith("WARNING a buy of XOM")
                .endsWith("a single stock that its model does not name [2]");
        assertThat(found(bought(stock("AGG", "US Bond")))).isEmpty();
        assertThat(found(bought(stock("VTI", "US Equity")))).isEmpty();
    }

    @Test
    void knowsWhetherTheAccountIsTaxed() {
        tables.edit(Rows.blocking(ShippedRules.text(), "pre-trade-suitability", 7, "false", "IRA-1", ""));
        ProposalVersion version = story.inReview(
                ReviewFixtures.household(), List.of(sell(1, A2, "SPY", 10, part("L4", "10")), buy(2, A2, "AGG", 9)));

        assertThat(found(version)).singleElement().asString().endsWith("the firm's rule IRA-1 [2]");
        assertThat(asked(instead("AGG")).row()).isEqualTo("SUIT-0");
    }

    @Test
    void readsTheAgeOnTheDay() {
        tables.edit(Rows.blocking(ShippedRules.text(), "pre-trade-suitability", 8, ">= 59", "AGE-1", ""));
        assertThat(found(instead("AGG"))).as("60 on 9 December 2026").hasSize(1);

        tables.edit(Rows.blocking(ShippedRules.text(), "pre-trade-suitability", 8, ">= 60", "AGE-1", ""));
        assertThat(found(instead("AGG"))).isEmpty();
    }

    private ProposalVersion instead(String symbol) {
        return inReview(PortfolioFixtures.book(ReviewFixtures.household()), symbol);
    }

    private ProposalVersion bought(Security security) {
        Book book = PortfolioFixtures.book(ReviewFixtures.household());
        return inReview(
                PortfolioFixtures.withSecurity(book, security),
                security.symbol().value());
    }

    private ProposalVersion inReview(Book book, String symbol) {
        TestDatabase.clear();
        List<Trade> trades = List.of(sell(1, A1, "SPY", 100, part("L1", "100")), buy(2, A1, symbol, 50));
        return story.inReview(book, trades);
    }

    private static Security stock(String symbol, String assetClass) {
        return new Security(
                new Symbol(symbol),
                symbol,
                new AssetClass(assetClass),
                Security.Kind.STOCK,
                Price.of("100"),
                PortfolioFixtures.PRICED);
    }

    private ReviewView.RuleView asked(ProposalVersion version) {
        return reviews.view(version.about()).rules().stream()
                .filter(rule -> rule.rule().equals("SUITABILITY"))
                .findFirst()
                .orElseThrow();
    }

    private List<String> found(ProposalVersion version) {
        return reviews.view(version.about()).findings().stream()
                .filter(finding -> finding.rule().equals("SUITABILITY"))
                .map(finding -> "%s %s %s".formatted(finding.severity(), finding.sentence(), finding.lines()))
                .toList();
    }
}
