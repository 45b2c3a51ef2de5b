package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxPriceSearchTest {

    private static final NettedTax TAX = new NettedTax(0.408, 0.238, 0.37, 0.119, 3000);

    @ParameterizedTest
    @CsvSource({
        "10000, -10000, 0",
        "10000, 0, 4080",
        "10000, 10000, 6460",
        "-4000, 10000, 1428",
        "10000, -4000, 2448",
        "-1000, -1000, -740",
        "-5000, -5000, -1943"
    })
    void netsShortAndLongByRegion(double shortTotal, double longTotal, double expected) {
        assertThat(TAX.tax(shortTotal, longTotal)).isCloseTo(expected, within(1e-6));
        assertThat(TAX.shown(shortTotal, longTotal)).isCloseTo(Math.max(0, expected), within(1e-6));
    }

    @Test
    void isContinuousAcrossEveryBorder() {
        Random random = new Random(5);
        for (int trial = 0; trial < 2000; trial++) {
            double total = random.nextInt(20_000) - 10_000;
            double tiny = 1e-7;
            assertThat(TAX.tax(total, tiny)).isCloseTo(TAX.tax(total, -tiny), within(1e-5));
            assertThat(TAX.tax(tiny, total)).isCloseTo(TAX.tax(-tiny, total), within(1e-5));
            assertThat(TAX.tax(total, -total + tiny)).isCloseTo(TAX.tax(total, -total - tiny), within(1e-5));
            assertThat(TAX.tax(total, -total - 3000 + tiny))
                    .isCloseTo(TAX.tax(total, -total - 3000 - tiny), within(1e-5));
        }
    }

    /** W5 of the specification: selling both is consistent with the long-term price, harvesting P alone is better. */
    @Test
    void findsTheRegionThatAFixedPointMisses() {
        var problem = new HouseholdProblem(fifthExample("10000"));
        Solution marginal = Solution.searching(problem, TaxPrices.marginal(problem.units));
        var netted = TaxPriceSearch.search(marginal, 0);
        assertThat(netted.plan().objective / 100).isCloseTo(-4080 + 100 + 3000, within(0.01));
        assertThat(netted.plan().longTotal[0]).isEqualTo(-1_000_000);
        assertThat(netted.gap() / 100).isCloseTo(0, within(0.01));
    }

    /**
     * Losses of 30,000 and 50,000 are carried forward: 0.119 · 80,000 + 0.251 · 3,000. Where both kinds are gains neither
     * inequality alone shows that this is best.
     */
    @Test
    void boundsARegionOfWhichBothInequalitiesAreMissed() {
        var paper = new HouseholdOnPaper();
        paper.cost = "0";
        paper.policy =
                PolicyDraft.of(paper.policy).idleCashCost(BigDecimal.ZERO).done();
        paper.account("A", true, "0", "0", "0")
                .lot("A", "p", "P", "60000", "-0.5", HouseholdOnPaper.DAY.minusDays(100), null)
                .lot("A", "q", "Q", "100000", "-0.5")
                .security("P", "C")
                .security("Q", "C")
                .assetClass("C", "0", "1", "0.1");
        var problem = new HouseholdProblem(paper.request());

        var netted = TaxPriceSearch.search(Solution.searching(problem, TaxPrices.marginal(problem.units)), 0);

        assertThat(netted.plan().objective / 100).isCloseTo(-10_273, within(0.01));
        assertThat(netted.gap() / 100).isCloseTo(0, within(0.01));
    }

    @Test
    void neverDoesWorseThanAnyRegionAndEnclosesTheOptimum() {
        int proved = 0;
        for (int seed = 0; seed < 120; seed++) {
            var problem = new HouseholdProblem(RandomHousehold.of(new Random(seed), false));
            Solution start = Solution.searching(problem, TaxPrices.marginal(problem.units));
            var netted = TaxPriceSearch.search(start, 0);
            double first = new NettedPlan(start, start.plan, 0).objective;
            assertThat(netted.plan().objective).as("seed %d", seed).isLessThanOrEqualTo(first + 1e-3);
            assertThat(netted.gap()).as("seed %d", seed).isGreaterThan(-1e-6 * Math.abs(first) - 1);
            if (netted.gap() < 1) proved++;
        }
        assertThat(proved).isEqualTo(120);
    }

    private static RebalancingRequest fifthExample(String shortSoFar) {
        var paper = new HouseholdOnPaper();
        paper.cost = "0";
        paper.policy =
                PolicyDraft.of(paper.policy).idleCashCost(BigDecimal.ZERO).done();
        paper.account("A", true, "0", "0", "0")
                .lot("A", "p", "P", "20000", "-0.5")
                .lot("A", "q", "Q", "20000", "0.5")
                .security("P", "CP")
                .security("Q", "CQ")
                .assetClass("CP", "0.5", "1", "0.005")
                .assetClass("CQ", "0", "0", "0.15");
        RebalancingRequest request = paper.request();
        TaxPosition unit = request.taxUnits().get(0);
        var position = new TaxPosition(
                unit.id(),
                unit.shortRate(),
                unit.longRate(),
                unit.ordinaryRate(),
                new BigDecimal(shortSoFar),
                BigDecimal.ZERO,
                unit.deductionLimit(),
                null);
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                request.accounts(),
                request.securities().stream().map(TaxPriceSearchTest::unbuyable).toList(),
                request.classes(),
                null,
                List.of(position),
                request.wash(),
                request.policy());
    }

    private static TradedSecurity unbuyable(TradedSecurity row) {
        return new TradedSecurity(
                row.symbol(),
                row.assetClass(),
                row.price(),
                null,
                false,
                true,
                row.costPerDollar(),
                row.redemptionFee(),
                0);
    }
}
