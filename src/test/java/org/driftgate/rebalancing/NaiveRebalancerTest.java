package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The yardstick keeps the rules of the answer, in cents: 100,000 dollars of stocks that should be 50,000, the rest bonds. */
class NaiveRebalancerTest {

    private final HouseholdOnPaper paper = new HouseholdOnPaper()
            .assetClass("STOCK", "0.5", "0.5", "0.15")
            .assetClass("BOND", "0.5", "0.5", "0.15")
            .security("STOCK", "STOCK")
            .security("BOND", "BOND");

    @Test
    void stopsSellingWhereTheBudgetEnds() {
        paper.account("T", true, "0", "0", "0").lot("T", "a", "STOCK", "100000", "0.5");
        paper.budget = new BigDecimal("5000");
        assertThat(trade("STOCK")).isCloseTo(-1_000_000, within(1.0));
        assertThat(trade("BOND")).isCloseTo(1_000_000, within(1.0));
    }

    @Test
    void keepsHalfTheTurnoverForPurchases() {
        paper.account("T", true, "0", "0", "0").lot("T", "a", "STOCK", "100000", "0.5");
        paper.policy = PolicyDraft.of(paper.policy)
                .limits(new RebalancingLimits(new BigDecimal("0.2"), null, 60, false, false))
                .done();
        assertThat(trade("STOCK")).isCloseTo(-2_000_000, within(1.0));
        assertThat(trade("BOND")).isCloseTo(2_000_000, within(1.0));
    }

    /** A need comes before what the budget leaves no room for only as far as ours does: both are charged the same. */
    @Test
    void raisesANeedWithinTheBudgetOnly() {
        paper.account("T", true, "0", "20000", "0").lot("T", "a", "STOCK", "100000", "0.5");
        paper.budget = new BigDecimal("5000");
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.INFEASIBLE);
        assertThat(trade("STOCK")).isCloseTo(-2_000_000, within(1.0));
        assertThat(answer.greedyObjective()).isGreaterThanOrEqualTo(answer.bound() - 0.01);
    }

    private double trade(String symbol) {
        CostRounds.Settled settled = CostRounds.settle(new HouseholdProblem(paper.request()));
        Limited limited = settled.limited();
        HouseholdProblem problem = limited.priced().problem;
        Plan naive = NaiveRebalancer.plan(limited, limited.plan().drawn);
        for (int position = 0; position < problem.positions.count; position++)
            if (problem.securities
                    .get(problem.positions.security[position])
                    .symbol()
                    .equals(symbol)) return naive.net(problem, position);
        throw new IllegalArgumentException(symbol);
    }
}
