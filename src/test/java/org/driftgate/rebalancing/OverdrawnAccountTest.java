package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Cash of one account does not hide what another owes. */
class OverdrawnAccountTest {

    private final HouseholdOnPaper paper = new HouseholdOnPaper();

    @Test
    void namesTheDebtOfAnAccountThatAnotherCouldHavePaid() {
        paper.account("OWES", true, "-100000", "0", "0")
                .account("OWNS", true, "100000", "0", "0")
                .lot("OWNS", "a", "STOCK", "100", "0")
                .security("STOCK", "EQ")
                .assetClass("EQ", "0.5", "0.9", "0.15");
        paper.cash = new DriftTarget(BigDecimal.ZERO, new BigDecimal("0.1"), new BigDecimal("0.15"));
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.INFEASIBLE);
        assertThat(answer.obstacles())
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.sentence()).startsWith("OWES lacks $100,000.00"));
    }
}
