package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarvestChoiceTest {

    private static final int HOUSEHOLDS = 150;

    /** Against every combination of choices, each solved from scratch. */
    @Test
    void findsTheBestCombinationInNearlyAllHouseholds() {
        int missed = 0;
        int compared = 0;
        for (int seed = 0; compared < HOUSEHOLDS; seed++) {
            var problem = new HouseholdProblem(RandomHousehold.of(new Random(seed), false));
            var stack = new LotStack(problem, TaxPrices.marginal(problem.units));
            var groups = new WashGroups(problem, stack);
            List<Integer> open = open(groups);
            if (open.isEmpty() || open.size() > 7) continue;
            compared++;
            double best = best(problem, stack, groups, open, groups.first(), 0);
            double found = Solution.searching(problem, TaxPrices.marginal(problem.units))
                    .value
                    .objective();
            assertThat(found).as("seed %d", seed).isGreaterThan(best - 1);
            if (found > best + 2) missed++;
        }
        assertThat(missed).isLessThanOrEqualTo(HOUSEHOLDS / 100);
    }

    /** Found among 1,500: exchanges inside such a group alone end 460 and 660 dollars behind the best. */
    @ParameterizedTest
    @ValueSource(ints = {1063, 1303})
    void exchangesRolesBetweenGroupsOfAClass(int seed) {
        var problem = new HouseholdProblem(apart(RandomHousehold.of(new Random(seed), false)));
        var stack = new LotStack(problem, TaxPrices.marginal(problem.units));
        var groups = new WashGroups(problem, stack);
        double best = best(problem, stack, groups, open(groups), groups.first(), 0);

        assertThat(Solution.searching(problem, TaxPrices.marginal(problem.units))
                        .value
                        .objective())
                .isBetween(best - 1, best + 2);
    }

    /** Every security in a group of its own below its class. */
    private static RebalancingRequest apart(RebalancingRequest request) {
        List<ClassTarget> classes = new ArrayList<>(request.classes());
        List<TradedSecurity> securities = new ArrayList<>();
        for (TradedSecurity row : request.securities()) {
            String group = "G" + row.symbol();
            classes.add(new ClassTarget(group, row.assetClass(), null));
            securities.add(new TradedSecurity(
                    row.symbol(),
                    group,
                    row.price(),
                    row.target(),
                    row.buyable(),
                    row.fractional(),
                    row.costPerDollar(),
                    row.redemptionFee(),
                    row.rank()));
        }
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                request.accounts(),
                securities,
                classes,
                request.cash(),
                request.taxUnits(),
                request.wash(),
                request.policy(),
                request.movements());
    }

    private static List<Integer> open(WashGroups groups) {
        List<Integer> open = new ArrayList<>();
        for (int group = 0; group < groups.count; group++)
            if (groups.allowed.get(group).size() > 1) open.add(group);
        return open;
    }

    private static double best(
            HouseholdProblem problem,
            LotStack stack,
            WashGroups groups,
            List<Integer> open,
            WashChoice[] choices,
            int next) {
        if (next == open.size()) {
            var network = new HouseholdNetwork(problem, stack, groups, choices);
            var flow = new ConvexFlow(network.network);
            flow.solve();
            return network.cost(flow);
        }
        double best = Double.POSITIVE_INFINITY;
        for (WashChoice choice : groups.allowed.get(open.get(next))) {
            WashChoice[] tried = choices.clone();
            tried[open.get(next)] = choice;
            best = Math.min(best, best(problem, stack, groups, open, tried, next + 1));
        }
        return best;
    }
}
