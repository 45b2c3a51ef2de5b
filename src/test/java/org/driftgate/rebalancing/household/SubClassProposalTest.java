package org.driftgate.rebalancing.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.driftgate.testing.PortfolioFixtures.account;
import static org.driftgate.testing.PortfolioFixtures.household;
import static org.driftgate.testing.PortfolioFixtures.model;
import static org.driftgate.testing.PortfolioFixtures.security;
import static org.driftgate.testing.PortfolioFixtures.withPositions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Position;
import org.driftgate.household.Security;
import org.driftgate.rebalancing.ProposedTrade;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.junit.jupiter.api.Test;

/** Large companies cost nothing to sell, small ones a tax; both are US Equity, which is ten points above its target. */
class SubClassProposalTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final Book MARKET = new Book(
            Stream.of(
                            security("SPY", "US Equity", "100"),
                            security("IWM", "US Equity", "100"),
                            security("AGG", "US Bond", "100"))
                    .collect(Collectors.toMap(Security::symbol, s -> s)),
            Map.of("mix", model("mix", "SPY", "0.50", "IWM", "0.10", "AGG", "0.40")),
            List.of(),
            List.of());
    private static final Household HOUSEHOLD = household(
            "H1",
            "mix",
            withPositions(
                    account("H1-A1", "0"),
                    position("SPY", "400", "100"),
                    position("IWM", "300", "10"),
                    position("AGG", "300", "100")));

    @Test
    void sellsWhatCostsLeastWhereNoSubClassIsFormed() {
        assertThat(sold("security-price: 0")).containsExactly("SPY");
    }

    @Test
    void sellsTheSubClassThatIsBeyondItsBandWhereOneIs() {
        assertThat(sold("security-price: 0, sub-classes: {SPY: Large, IWM: Small}"))
                .containsExactly("IWM");
    }

    @Test
    void leavesASubClassInsideItsOwnBand() {
        assertThat(sold("security-price: 0, sub-classes: {SPY: Large, IWM: Small},"
                        + " sub-class-bands: {Small: 50 points, Large: 50 points}"))
                .containsExactly("SPY");
    }

    private static List<String> sold(String drift) {
        Map<?, ?> keys = new org.yaml.snakeyaml.Yaml().load("{drift: {%s}, tax: {gain-budget: OFF}}".formatted(drift));
        var policy = ((PolicyAnswer.Accepted) PolicyReader.read("test", keys)).policy();
        ProposedHousehold proposed = new ProposeHousehold(policy, MARKET, TODAY).propose(HOUSEHOLD);
        return Objects.requireNonNull(proposed.rebalancing()).trades().stream()
                .filter(trade -> trade.side() == Side.SELL)
                .map(ProposedTrade::symbol)
                .toList();
    }

    private static Position position(String symbol, String shares, String cost) {
        var lot = new Lot(
                new LotId("L-" + symbol),
                new Symbol(symbol),
                Quantity.shares(shares),
                Price.of(cost),
                LocalDate.parse("2020-03-02"));
        return new Position(new Symbol(symbol), Quantity.shares(shares), List.of(lot));
    }
}
