package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.model;
import static org.driftgate.testing.PortfolioFixtures.security;
import static org.driftgate.testing.ReviewFixtures.A1;
import static org.driftgate.testing.ReviewFixtures.H1;
import static org.driftgate.testing.ReviewFixtures.lot;
import static org.driftgate.testing.ReviewFixtures.part;
import static org.driftgate.testing.ReviewFixtures.position;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.drift.DriftLog;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Registration;
import org.driftgate.household.Security;
import org.driftgate.household.TaxUnit;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Reason;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.TaxUnitId;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.ReviewFixtures;
import org.driftgate.testing.ReviewStory;
import org.driftgate.testing.ReviewTestConfiguration;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/**
 * The brief that the product began with: equity at 71.2 % against 65 %, trims of 45, 42 and 98 thousand with long-term
 * gains of 32, 28 and 61, a rate of 20 % and a budget of 100 thousand a year.
 */
@FeatureTest
@Import(ReviewTestConfiguration.class)
class SeedExampleTest {

    private final ReviewStory story;
    private final Reviews reviews;
    private final DriftLog drifts;

    SeedExampleTest(ReviewStory story, Reviews reviews, DriftLog drifts) {
        this.story = story;
        this.reviews = reviews;
        this.drifts = drifts;
    }

    @BeforeEach
    void clear() {
        TestDatabase.clear();
    }

    @Test
    void measuresTheDriftAndWhatMakesItUp() {
        var equity = drifts.of(inReview().about()).classes().get(0);

        assertThat(equity.assetClass()).hasToString("US Equity");
        assertThat(List.of(equity.target(), equity.actual(), equity.drift()))
                .extracting(weight -> weight.inPercent())
                .containsExactly("65.00", "71.20", "6.20");
        assertThat(equity.contributors())
                .extracting(one -> one.symbol() + " " + one.drift().inPercent())
                .containsExactly("AAPL 3.10", "MSFT 2.40", "NVDA 1.80", "SPY -1.10");
    }

    @Test
    void addsUpToOneHundredAndEightyFiveThousandAndMarksTheHighGain() {
        List<ReviewView.Line> sales = reviews.view(inReview().about()).lines().stream()
                .filter(line -> line.side().equals("SELL"))
                .toList();

        assertThat(sales)
                .extracting(line -> "%s %s: %s, gain %s"
                        .formatted(line.quantity().toPlainString(), line.symbol(), line.amount(), line.longTermGain()))
                .containsExactly(
                        "200 AAPL: 45000.00, gain 32000.00",
                        "100 MSFT: 42000.00, gain 28000.00",
                        "50 NVDA: 98000.00, gain 61000.00");
        assertThat(sales.stream().map(ReviewView.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("185000");
        assertThat(sales.stream()
                        .filter(line -> line.flags().contains("HIGH_GAIN"))
                        .map(ReviewView.Line::symbol))
                .containsExactly("NVDA");
    }

    @Test
    void showsTheRateTheGainsAndThatTheyOverrunTheBudget() {
        ReviewView view = reviews.view(inReview().about());

        assertThat(view.tax()).singleElement().satisfies(unit -> {
            assertThat(unit.longTermGain()).isEqualByComparingTo("121000");
            assertThat(unit.shortTermGain()).isEqualByComparingTo("0");
            assertThat(unit.longTermRate()).isEqualByComparingTo("0.20");
            assertThat(unit.shortTermRate()).isEqualByComparingTo("0.37");
            assertThat(unit.estimatedTax()).isEqualByComparingTo("24200");
            assertThat(unit.gainBudget()).isEqualByComparingTo("100000");
            assertThat(unit.overBudget()).isTrue();
        });
        assertThat(view.findings()).extracting(ReviewView.FindingView::rule).contains("GAIN_BUDGET");
    }

    private ProposalVersion inReview() {
        return story.inReview(
                book(),
                List.of(
                        trade(1, Side.SELL, "AAPL", "200", "225", part("AAPL-1", "200")),
                        trade(2, Side.SELL, "MSFT", "100", "420", part("MSFT-1", "100")),
                        trade(3, Side.SELL, "NVDA", "50", "1960", part("NVDA-1", "50")),
                        trade(4, Side.BUY, "AGG", "1800", "100")));
    }

    private static Trade trade(int line, Side side, String symbol, String shares, String price, LotSale... lots) {
        return new Trade(
                line,
                A1,
                side,
                new Symbol(symbol),
                Quantity.shares(shares),
                Price.of(price),
                Price.of(price),
                List.of(lots),
                List.of(new Reason("DRIFT", "US Equity is 6.20 points above its target.")));
    }

    private static Book book() {
        Map<Symbol, Security> securities = Stream.of(
                        security("AAPL", "US Equity", "225"),
                        security("MSFT", "US Equity", "420"),
                        security("NVDA", "US Equity", "1960"),
                        security("SPY", "US Equity", "50"),
                        security("AGG", "US Bond", "100"))
                .collect(Collectors.toMap(Security::symbol, s -> s));
        var tilted = model("tilted", "AAPL", "0.05", "MSFT", "0.05", "NVDA", "0.05", "SPY", "0.50", "AGG", "0.35");
        return new Book(securities, Map.of("tilted", tilted), List.of(), List.of(household()));
    }

    private static Household household() {
        var taxable = ReviewFixtures.account(
                A1,
                Registration.TAXABLE,
                AccountStatus.ACTIVE,
                true,
                "0",
                position("AAPL", lot("AAPL-1", "AAPL", "2646", "65", "2020-03-02")),
                position("MSFT", lot("MSFT-1", "MSFT", "1295", "140", "2020-03-02")),
                position("NVDA", lot("NVDA-1", "NVDA", "255", "740", "2020-03-02")),
                position("SPY", lot("SPY-1", "SPY", "71883", "30", "2020-03-02")),
                position("AGG", lot("AGG-1", "AGG", "21168", "95", "2020-03-02")));
        var unit = new TaxUnit(
                new TaxUnitId("T1"),
                "married_joint",
                new BigDecimal("0.20"),
                new BigDecimal("0.37"),
                Money.usd("100000"),
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO);
        return new Household(
                H1,
                "Hopper Household",
                new AdviserId("advisor01"),
                "advisor01@firm.example",
                List.of(new Household.Recipient("Grace Hopper", "grace@client.example")),
                "tilted",
                Household.ApprovalMode.HOUSEHOLD,
                null,
                null,
                List.of(taxable),
                List.of(unit),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
