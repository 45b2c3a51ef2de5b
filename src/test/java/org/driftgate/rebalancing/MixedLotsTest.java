package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Half of 100,000 has to go. Short-term lots are cheapest until their gains have used up the year's short-term loss of
 * 10,000, then long-term ones are: 20,000 and 30,000, which no one order of prices sells.
 */
class MixedLotsTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void keepsTheLotsOfAMixInTicketsAndWholeShares(boolean whole) {
        Rebalancing answer = Rebalancer.rebalance(request(whole, "100"));

        assertThat(answer.trades()).hasSize(1);
        assertThat(sold(answer, "short")).isBetween(19_900.0, 20_100.0);
        assertThat(sold(answer, "short") + sold(answer, "long")).isBetween(49_999.0, 50_001.0);
        assertThat(answer.gap()).isBetween(-0.01, 2.0);
    }

    private static double sold(Rebalancing answer, String lot) {
        return answer.lotSales().stream()
                .filter(sale -> sale.lot().equals(lot))
                .mapToDouble(sale -> sale.proceeds().doubleValue())
                .sum();
    }

    private static RebalancingRequest request(boolean whole, String minimumTrade) {
        var paper = new HouseholdOnPaper();
        paper.cost = "0";
        paper.policy = PolicyDraft.of(paper.policy)
                .idleCashCost(BigDecimal.ZERO)
                .tax(RebalancingPolicy.Tax.NETTED)
                .minimumTrade(new BigDecimal(minimumTrade))
                .wholeShares(whole)
                .done();
        paper.account("TAX", true, "0", "0", "0")
                .lot("TAX", "short", "X", "50000", "0.5", HouseholdOnPaper.DAY.minusDays(100), null)
                .lot("TAX", "long", "X", "50000", "0.8")
                .security("X", "C")
                .assetClass("C", "0", "0.5", "1");
        RebalancingRequest request = paper.request();
        TaxPosition unit = request.taxUnits().get(0);
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                request.accounts(),
                request.securities(),
                request.classes(),
                null,
                List.of(new TaxPosition(
                        unit.id(),
                        unit.shortRate(),
                        unit.longRate(),
                        unit.ordinaryRate(),
                        new BigDecimal("-10000"),
                        BigDecimal.ZERO,
                        unit.deductionLimit(),
                        null)),
                request.wash(),
                request.policy());
    }
}
