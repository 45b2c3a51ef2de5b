package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumTradeTest {

    /** A drift of 300 dollars on both sides priced at a cent each: swapping it away is worth six dollars. */
    @ParameterizedTest
    @CsvSource({"0, 0, 2, 0", "0, 2, 2, 0", "0, 4, 0, 6", "500, 0, 2, 4", "500, 2, 0, 6", "1200, 0, 0, 6"})
    void weighsTicketsAgainstTheDriftTheyRemove(String trade, String benefit, int tickets, double objective) {
        var paper = new HouseholdOnPaper();
        paper.cost = "0";
        RebalancingPolicy standard = RebalancingPolicy.STANDARD;
        paper.policy = new RebalancingPolicy(
                BigDecimal.ZERO,
                standard.location(),
                standard.tax(),
                standard.budget(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                standard.nearLongTerm(),
                0,
                new BigDecimal(trade),
                new BigDecimal(benefit),
                false,
                standard.limits(),
                standard.taxWeight());
        paper.account("IRA", false, "0", "0", "0")
                .lot("IRA", "a", "STOCK", "60300", "0")
                .lot("IRA", "b", "BOND", "39700", "0")
                .security("STOCK", "EQ")
                .security("BOND", "FI")
                .assetClass("EQ", "0.6", "0.6", "0.01")
                .assetClass("FI", "0.4", "0.4", "0.01");
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(answer.trades()).hasSize(tickets);
        assertThat(answer.objective()).isEqualTo(objective);
    }
}
