package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the best fractional plan is a mix: of plans at a budget, or at a border of the tax regions; and what rounds it. */
class MixedTicketsTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 2);

    private final HouseholdOnPaper paper = new HouseholdOnPaper();

    /** W3 of the specification: the budget of 2,500 ends in the middle of the second lot, whatever the minimum. */
    @ParameterizedTest
    @CsvSource({"0", "100", "4000"})
    void usesTheWholeBudgetThoughTicketsHaveAMinimum(String minimum) {
        paper.budget = new BigDecimal("2500");
        policy(minimum, RebalancingPolicy.Tax.MARGINAL);
        paper.account("A", true, "0", "0", "0")
                .lot("A", "a", "STOCK", "10000", "0.3")
                .lot("A", "b", "STOCK", "10000", "0.1")
                .lot("A", "c", "STOCK", "60000", "0.6")
                .lot("A", "d", "BOND", "20000", "0")
                .security("STOCK", "EQ")
                .security("BOND", "FI")
                .assetClass("EQ", "0.6", "0.6", "0.2")
                .assetClass("FI", "0.4", "0.4", "0.2");
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(answer.objective()).isCloseTo(2610, within(0.02));
        assertThat(answer.gap()).isCloseTo(0, within(0.02));
    }

    /** A dollar of loss is worth 0.37 up to 3,000 and 0.119 beyond; a dollar sold realises half of it and costs 0.1. */
    @ParameterizedTest
    @CsvSource({"0", "100", "5000"})
    void stopsHarvestingWhereTheDeductionEnds(String minimum) {
        paper.cost = "0";
        policy(minimum, RebalancingPolicy.Tax.NETTED);
        paper.account("A", true, "0", "0", "0")
                .lot("A", "a", "STOCK", "20000", "-0.5")
                .security("STOCK", "EQ")
                .assetClass("EQ", "1", "1", "0.1");
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(sold(answer)).isCloseTo(6000, within(0.01));
        assertThat(answer.objective()).isCloseTo(0.1 * 6000 - 0.37 * 3000, within(0.01));
        assertThat(answer.gap()).isCloseTo(0, within(0.01));
    }

    /** The budget leaves room for 2,000 of gain; beyond 1,000 of loss carried the price of a loss changes too. */
    @Test
    void keepsABudgetAndATaxRegionAtOnce() {
        paper.cost = "0";
        paper.budget = new BigDecimal("-4000");
        policy("100", RebalancingPolicy.Tax.NETTED);
        paper.account("A", true, "0", "0", "0")
                .lot("A", "a", "STOCK", "20000", "-0.5")
                .security("STOCK", "EQ")
                .assetClass("EQ", "1", "1", "0.1");
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(sold(answer)).isCloseTo(8000, within(0.01));
        assertThat(answer.gap()).isCloseTo(0, within(0.01));
    }

    /** Seven shares and a fraction go; the eighth would be a loss that somebody's purchase disallows. */
    @ParameterizedTest
    @CsvSource({"7.18, 1, 7", "7.18, 20, 7", "7, 0.5, 7"})
    void roundsNoSaleIntoAFrozenLoss(String free, String frozen, int shares) {
        Rebalancing answer = Rebalancer.rebalance(losing(free, frozen));
        assertThat(sold(answer)).isEqualTo(shares);
        assertThat(answer.lotSales()).extracting(LotSale::lot).containsExactly("free");
    }

    private RebalancingRequest losing(String free, String frozen) {
        paper.wash = new WashHistory(Set.of("OLD"), Set.of(), List.of());
        policy("0", RebalancingPolicy.Tax.MARGINAL);
        paper.policy = PolicyDraft.of(paper.policy).wholeShares(true).done();
        paper.account("A", true, "0", "0", "0")
                .security("X", "EQ")
                .assetClass("EQ", "0", "0", "0.15")
                .assetClass("FI", "1", "1", "0.15");
        RebalancingRequest plain = paper.request();
        BigDecimal price = new BigDecimal("368.37");
        var lots = List.of(
                new TaxLot("free", "OLD", new BigDecimal(free), price.multiply(new BigDecimal(free)), LONG_AGO, null),
                new TaxLot("frozen", "OLD", new BigDecimal(frozen), new BigDecimal("90000"), LONG_AGO, null));
        TradedAccount account = plain.accounts().get(0);
        return new RebalancingRequest(
                "household",
                plain.asOf(),
                List.of(new TradedAccount(
                        "A", "unit", true, true, account.cash(), account.need(), account.reserve(), Map.of(), lots)),
                List.of(priced("OLD", "EQ", "368.37"), priced("NEW", "FI", "57.21")),
                plain.classes(),
                null,
                plain.taxUnits(),
                plain.wash(),
                plain.policy());
    }

    private static TradedSecurity priced(String symbol, String assetClass, String price) {
        return new TradedSecurity(
                symbol, assetClass, new BigDecimal(price), null, true, false, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    private void policy(String minimum, RebalancingPolicy.Tax tax) {
        paper.policy = PolicyDraft.of(paper.policy)
                .idleCashCost(BigDecimal.ZERO)
                .minimumTrade(new BigDecimal(minimum))
                .tax(tax)
                .done();
    }

    private static double sold(Rebalancing answer) {
        return answer.trades().stream()
                .filter(trade -> trade.side() == Side.SELL)
                .mapToDouble(trade -> trade.quantity().doubleValue())
                .sum();
    }
}
