package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractionTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void reachesTheOptimumOfTheWholeNetworkWithoutFurtherPaths(int seed) {
        var problem = new HouseholdProblem(RandomHousehold.of(new Random(seed), true));
        var stack = new LotStack(problem, TaxPrices.marginal(problem.units));
        var groups = new WashGroups(problem, stack);
        var network = new HouseholdNetwork(problem, stack, groups, groups.first());
        var plain = new ConvexFlow(network.network);
        plain.solve();
        ConvexFlow contracted = SingleAccountContraction.solve(problem, network);
        assertThat(contracted.cost()).as("seed %d", seed).isCloseTo(plain.cost(), within(1e-3));
        assertThat(contracted.augmentations()).isEqualTo(single(problem) < 8 ? plain.augmentations() : 0);
        assertThat(contracted.cost() - DualBound.of(network.network, contracted.potentials()))
                .isCloseTo(0, within(1e-3));
    }

    @Test
    void leavesAloneWhatCostsNothingEitherWay() {
        var paper = new HouseholdOnPaper();
        paper.cost = "0";
        paper.account("IRA", false, "0", "0", "0").assetClass("EQ", "1", "1", null);
        for (int fund = 0; fund < 12; fund++)
            paper.security("F" + fund, "EQ").lot("IRA", "l" + fund, "F" + fund, "1000", "0");
        paper.policy =
                PolicyDraft.of(paper.policy).idleCashCost(BigDecimal.ZERO).done();
        assertThat(Rebalancer.rebalance(paper.request()).trades()).isEmpty();
    }

    /** How many securities can trade in one account only. */
    private static long single(HouseholdProblem problem) {
        int[] positions = new int[problem.securities.size()];
        for (int position = 0; position < problem.positions.count; position++)
            positions[problem.positions.security[position]]++;
        return Arrays.stream(positions).filter(count -> count == 1).count();
    }
}
