package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;

class WholeSharesTest {

    /** W6 of the specification: no single step helps, an exchange of A for B does. */
    @Test
    void exchangesOneShareForAnother() {
        Rebalancing answer = Rebalancer.rebalance(
                request("1400", List.of(), List.of(security("A", "170"), security("B", "80")), "0.6", "0.4"));
        assertThat(answer.objective()).isEqualTo(90);
        assertThat(quantity(answer, "A")).isEqualByComparingTo("5");
        assertThat(quantity(answer, "B")).isEqualByComparingTo("6");
    }

    @Test
    void sweepsTheFractionWhenEverythingGoes() {
        var lot = new TaxLot("l", "A", new BigDecimal("10.5"), BigDecimal.TEN, LocalDate.of(2020, 1, 2), null);
        Rebalancing answer = Rebalancer.rebalance(
                request("0", List.of(lot), List.of(security("A", "100"), security("B", "50")), "0", "1"));
        ProposedTrade sale = answer.trades().stream()
                .filter(trade -> trade.side() == Side.SELL)
                .findFirst()
                .orElseThrow();
        assertThat(sale.quantity()).isEqualByComparingTo("10.5");
        assertThat(sale.reason().codes()).contains(ReasonCode.SWEEP);
        assertThat(quantity(answer, "B")).isEqualByComparingTo("21");
    }

    private static BigDecimal quantity(Rebalancing answer, String symbol) {
        return answer.trades().stream()
                .filter(trade -> trade.symbol().equals(symbol))
                .map(ProposedTrade::quantity)
                .findFirst()
                .orElseThrow();
    }

    private static TradedSecurity security(String symbol, String price) {
        return new TradedSecurity(
                symbol, symbol, new BigDecimal(price), null, true, false, BigDecimal.ZERO, BigDecimal.ZERO, 0);
    }

    private static RebalancingRequest request(
            String cash, List<TaxLot> lots, List<TradedSecurity> securities, String first, String second) {
        var account = new TradedAccount(
                "IRA", "u", false, true, new BigDecimal(cash), BigDecimal.ZERO, BigDecimal.ZERO, Map.of(), lots);
        var unit = new TaxPosition(
                "u",
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null);
        return new RebalancingRequest(
                "household",
                LocalDate.of(2026, 11, 20),
                List.of(account),
                securities,
                List.of(target("A", first), target("B", second)),
                null,
                List.of(unit),
                WashHistory.NONE,
                PolicyDraft.of(RebalancingPolicy.STANDARD)
                        .idleCashCost(BigDecimal.ZERO)
                        .wholeShares(true)
                        .done());
    }

    private static ClassTarget target(String id, String weight) {
        return new ClassTarget(
                id, null, new DriftTarget(new BigDecimal(weight), new BigDecimal(weight), BigDecimal.ONE));
    }
}
