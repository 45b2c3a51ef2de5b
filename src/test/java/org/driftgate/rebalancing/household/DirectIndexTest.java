package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.model;
import static org.driftgate.testing.PortfolioFixtures.security;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Security;
import org.driftgate.rebalancing.household.ProposedHousehold.Status;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.driftgate.testing.PortfolioFixtures;
import org.junit.jupiter.api.Test;

/** A model of 200 stocks and a bond fund, of which a household holds very different weights. */
class DirectIndexTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final int STOCKS = 200;
    private static final long SEED = 11;

    @Test
    void comesCloserToAnIndexOfTwoHundredAndSaysByHowMuch() {
        var engine = new ProposeHousehold(policy(), market(), TODAY);
        engine.propose(household());
        long started = System.nanoTime();

        ProposedHousehold proposed = engine.propose(household());

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(proposed.status()).isEqualTo(Status.OK);
        assertThat(proposed.trackingBefore()).isGreaterThan(Weight.of("0.15"));
        assertThat(proposed.trackingAfter()).isLessThan(Weight.of("0.05"));
        assertThat(proposed.trackingAfter()).isGreaterThanOrEqualTo(proposed.driftAfter());
    }

    @Test
    void countsASubstituteAsWhatItIs() {
        Household held = PortfolioFixtures.household("H1", "mix", "0", "S000", "50", "S001", "50");
        Book market = new Book(
                market().securities(),
                Map.of("mix", model("mix", "S000", "1.0")),
                List.of(new Book.Substitute(new Symbol("S000"), new Symbol("S001"), false)),
                List.of());

        ProposedHousehold proposed = new ProposeHousehold(ProposalPolicy.STANDARD, market, TODAY).propose(held);

        assertThat(proposed.driftAfter()).isEqualTo(Weight.ZERO);
        assertThat(proposed.trackingAfter()).isEqualTo(Weight.of("0.5"));
    }

    /** Each security back to its target, whatever its tax. */
    private static ProposalPolicy policy() {
        Map<?, ?> keys = new org.yaml.snakeyaml.Yaml()
                .load("{drift: {stop: TARGET, security-band: 5 %, security-price: 0.5},"
                        + " tax: {gain-budget: OFF, weight: 0}, trading: {minimum-trade: 0, minimum-benefit: 0}}");
        return ((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy();
    }

    private static Book market() {
        Map<Symbol, Security> securities = new HashMap<>();
        List<String> weights = new ArrayList<>(List.of("AGG", "0.2"));
        securities.put(new Symbol("AGG"), security("AGG", "US Bond", "100"));
        for (int stock = 0; stock < STOCKS; stock++) {
            securities.put(new Symbol(name(stock)), security(name(stock), "US Equity", "100"));
            weights.addAll(List.of(name(stock), "0.004"));
        }
        return new Book(
                securities, Map.of("index", model("index", weights.toArray(String[]::new))), List.of(), List.of());
    }

    /** Between half and one and a half of each stock's weight, nine tenths of the value in all. */
    private static Household household() {
        Random random = new Random(SEED);
        List<String> holdings = new ArrayList<>(List.of("AGG", "10000"));
        for (int stock = 0; stock < STOCKS; stock++)
            holdings.addAll(List.of(name(stock), String.valueOf(225 + random.nextInt(450))));
        return household(holdings);
    }

    private static Household household(List<String> holdings) {
        return PortfolioFixtures.household("H1", "index", account("H1-A1", "0", holdings.toArray(String[]::new)));
    }

    private static String name(int stock) {
        return "S%03d".formatted(stock);
    }
}
