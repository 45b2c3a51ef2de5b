package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Netted tax of several units with budgets, turnover and kept drift: plan and bound enclose the optimum. */
class JointTaxSearchTest {

    /** In cents. */
    private static final double CENT = 1;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void meetsItsBoundWithLimitsToo(int units) {
        int priced = 0;
        for (int seed = 0; seed < 250; seed++) {
            Limited limited = solve(SeveralUnits.limited(seed, units));
            if (!limited.isWithin()) continue;
            if (limited.priced().prices.isLimited()) priced++;
            double rounding = 0.01 + 1e-9 * Math.abs(limited.bound());
            assertThat(limited.objective() - limited.bound())
                    .as("seed %d", seed)
                    .isBetween(-rounding, CENT + rounding);
        }
        assertThat(priced).isGreaterThan(60);
    }

    /** Each of the 25 pairs of regions is a linear program of its own, with the limits and the regions' edges as rows. */
    @Test
    void agreesWithTheBestOfAllPairsOfRegions() {
        int limits = 0;
        for (int seed = 0; seed < 60; seed++) {
            RebalancingRequest request = SeveralUnits.limited(seed, 2);
            if (request.policy().limits().keepsDrift()) continue;
            Limited limited = solve(request);
            if (!limited.isWithin()) continue;
            if (limited.priced().prices.isLimited()) limits++;
            double referee = RegionReferee.optimum(request, limited.priced());
            double rounding = 0.3 + 2e-6 * Math.max(1, Math.abs(referee));
            assertThat(limited.objective() / 100).as("seed %d", seed).isCloseTo(referee, within(rounding));
            assertThat(limited.bound() / 100).as("seed %d", seed).isCloseTo(referee, within(rounding));
            assertThat(boundOfRandomPrices(limited.priced(), seed) / 100)
                    .as("seed %d", seed)
                    .isLessThan(referee + rounding);
        }
        assertThat(limits).isGreaterThan(10);
    }

    private static double boundOfRandomPrices(Solution solution, int seed) {
        Random random = new Random(seed);
        var bounds = new RegionBounds(solution, PlanLimit.of(solution.problem));
        for (int trial = 0; trial < 6; trial++) {
            TaxPrices prices = solution.prices;
            for (int unit = 0; unit < 2; unit++)
                prices = prices.withUnit(unit, random.nextDouble() * 0.5, random.nextDouble() * 0.3);
            bounds.learn(solution.withPrices(prices));
        }
        return bounds.least();
    }

    /**
     * W5 of the specification in two units at once: short gains of 10,000 each, a loss and a gain of 10,000 to sell.
     * Selling both is consistent with the long-term price in each unit; harvesting alone is better in each.
     */
    @Test
    void leavesTheFixedPointThatIsWrongForBothUnits() {
        var paper = new HouseholdOnPaper();
        paper.cost = "0";
        paper.shortSoFar = "10000";
        paper.policy = PolicyDraft.of(paper.policy)
                .idleCashCost(BigDecimal.ZERO)
                .tax(RebalancingPolicy.Tax.NETTED)
                .done();
        for (String account : List.of("A", "B"))
            paper.account(account, true, "0", "0", "0")
                    .lot(account, "p" + account, "P", "20000", "-0.5")
                    .lot(account, "q" + account, "Q", "20000", "0.5");
        paper.security("P", "CP").security("Q", "CQ");
        paper.assetClass("CP", "0.5", "1", "0.005").assetClass("CQ", "0", "0", "0.15");
        Map<String, String> nothing = Map.of("P", "closed", "Q", "closed");
        paper.barred = Map.of("A", nothing, "B", nothing);
        Limited limited = solve(SeveralUnits.apart(paper.request()));
        assertThat(limited.objective() / 100).isCloseTo(2 * (-4080 + 100 + 3000), within(0.01));
        assertThat(limited.bound() / 100).isCloseTo(2 * (-4080 + 100 + 3000), within(0.01));
    }

    private static Limited solve(RebalancingRequest request) {
        return LinearLimit.apply(TaxRounds.of(new HouseholdProblem(request)));
    }
}
