package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Netted tax of several units, with two at once and with too many for that one after another: never worse than marginal
 * prices, and a bound that no plan undercuts.
 */
class SeveralTaxUnitsTest {

    @ParameterizedTest
    @ValueSource(ints = {2, JointTaxSearch.MOST_UNITS + 1})
    void improvesOnMarginalPricesAndBoundsEveryPlanFound(int units) {
        int improved = 0;
        double gaps = 0;
        double benefits = 0;
        for (int seed = 0; seed < 150; seed++) {
            var problem = new HouseholdProblem(SeveralUnits.of(seed, units));
            Solution marginal = Solution.searching(problem, TaxPrices.marginal(problem.units));
            TaxRounds.Priced netted = TaxRounds.of(problem);
            double first = marginal.objective(marginal.value);
            double reached = netted.solution().objective(netted.solution().value(netted.plan()));
            double nothing = marginal.objective(marginal.value(Plan.nothing(problem)));
            assertThat(netted.bound()).as("seed %d", seed).isFinite();
            assertThat(reached).as("seed %d", seed).isLessThanOrEqualTo(first + 1);
            if (first > reached + 100) improved++;
            if (!Arrays.equals(marginal.choices, netted.solution().choices)) continue;
            double rounding = 1 + 1e-6 * Math.abs(reached);
            assertThat(netted.bound()).as("seed %d", seed).isLessThan(reached + rounding);
            assertThat(netted.bound()).as("seed %d", seed).isLessThan(first + rounding);
            bounds(problem, marginal, netted.bound() - rounding, seed);
            gaps += reached - netted.bound();
            benefits += nothing - reached;
        }
        assertThat(improved).isGreaterThan(30);
        assertThat(gaps).isLessThan(0.5 * benefits);
    }

    /** Plans of random prices for both units cost at least the bound when their netted tax is counted. */
    private static void bounds(HouseholdProblem problem, Solution solution, double bound, int seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 4; trial++) {
            TaxPrices prices = solution.prices;
            for (int unit = 0; unit < problem.units.size(); unit++) {
                double longPrice = random.nextDouble() * 0.3;
                prices = prices.withUnit(unit, longPrice + random.nextDouble() * 0.15, longPrice);
            }
            Solution other = solution.withPrices(prices);
            assertThat(other.objective(other.value)).as("seed %d", seed).isGreaterThan(bound);
        }
    }
}
