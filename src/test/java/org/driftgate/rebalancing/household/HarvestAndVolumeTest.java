package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.book;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.ownedBy;
import static org.driftgate.testing.PortfolioFixtures.security;
import static org.driftgate.testing.PortfolioFixtures.withPositions;
import static org.driftgate.testing.PortfolioFixtures.withSecurity;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.household.Registration;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stand-ins which accounts may buy, and how much of a thinly traded security. */
class HarvestAndVolumeTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

    @Test
    void buysTheFirstSubstituteEverywhereWhenNothingIsSaid() {
        assertThat(equitiesBought("{}")).contains("H1-A1 VTI").noneMatch(bought -> bought.endsWith("SCHB"));
    }

    @Test
    void buysInEachKindOfAccountItsOwnSubstitutes() {
        assertThat(equitiesBought("harvest: {substitutes-by-account: {TAXABLE: [SCHB], IRA: [VTI]}}"))
                .containsExactlyInAnyOrder("H1-A1 SCHB", "H1-A2 VTI");
    }

    @Test
    void buysNoSubstituteWhereTheListIsEmpty() {
        assertThat(equitiesBought("harvest: {substitutes-by-account: {TAXABLE: []}}"))
                .containsExactly("H1-A2 VTI");
    }

    @ParameterizedTest(name = "a share of {0} of {1} shares a day")
    @CsvSource({"0.1, 1000, 100", "0.05, 1000, 50", "0.1, 999, 99", "1, 0, 0"})
    void sellsNoMoreThanItsShareOfTheVolume(String share, String volume, String most) {
        assertThat(soldOfSpy("trading: {volume-share: %s, volumes: {SPY: %s}}".formatted(share, volume)))
                .isEqualByComparingTo(most);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}",
                "trading: {volume-share: 0.1}",
                "trading: {volumes: {SPY: 10}}",
                "trading: {volume-share: 0.1, volumes: {AGG: 100000}}"
            })
    void limitsNothingWithoutAShareAndAVolume(String yaml) {
        assertThat(soldOfSpy(yaml)).isGreaterThan(new java.math.BigDecimal("150"));
    }

    private static java.math.BigDecimal soldOfSpy(String yaml) {
        Household household = household("H1", "60/40", "0", "SPY", "800", "AGG", "200");
        return trades(household, book(), yaml + (yaml.equals("{}") ? "" : "\ntax: {gain-budget: OFF}")).stream()
                .filter(trade -> trade.symbol().equals("SPY"))
                .map(ProposedTrade::quantity)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
    }

    /** 40,000 of SPY at a loss in the taxable account; cash and bonds in the IRA. */
    private static List<String> equitiesBought(String yaml) {
        Household household = household(
                "H1",
                "60/40",
                withPositions(account("H1-A1", "0"), losing()),
                ownedBy(account("H1-A2", "30000", "AGG", "300"), "O", Registration.IRA));
        Book plain = withSecurity(book(), security("SCHB", "US Equity", "25"));
        var market =
                new Book(plain.securities(), plain.models(), List.of(pair("VTI"), pair("SCHB")), List.of(household));
        return trades(household, market, yaml).stream()
                .filter(trade -> trade.side() == Side.BUY && !trade.symbol().equals("AGG"))
                .map(trade -> trade.account() + " " + trade.symbol())
                .toList();
    }

    private static Position losing() {
        var lot = new Lot(
                new LotId("L1"),
                new Symbol("SPY"),
                Quantity.shares(400),
                Price.of("150"),
                LocalDate.parse("2020-03-02"));
        return new Position(new Symbol("SPY"), Quantity.shares(400), List.of(lot));
    }

    private static Book.Substitute pair(String substitute) {
        return new Book.Substitute(new Symbol("SPY"), new Symbol(substitute), false);
    }

    private static List<ProposedTrade> trades(Household household, Book market, String yaml) {
        Map<?, ?> keys = new org.yaml.snakeyaml.Yaml().load(yaml);
        var policy = ((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy();
        ProposedHousehold proposed = new ProposeHousehold(policy, market, TODAY).propose(household);
        return proposed.status() == ProposedHousehold.Status.OK
                ? Objects.requireNonNull(proposed.rebalancing()).trades()
                : List.of();
    }
}
