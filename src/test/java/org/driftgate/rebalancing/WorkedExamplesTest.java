package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the specification (§9.1), from rows to trades. */
class WorkedExamplesTest {

    private final HouseholdOnPaper paper = new HouseholdOnPaper();

    @ParameterizedTest
    @CsvSource({"0.15, 745.80", "0.10, 725.80", "0.05, 595.80"})
    void w1WeighsTaxAgainstDrift(String driftPrice, double expected) {
        paper.account("A", true, "0", "0", "0")
                .lot("A", "a", "STOCK", "5000", "0.5")
                .lot("A", "b", "STOCK", "3000", "0.2")
                .lot("A", "c", "STOCK", "62000", "0.8")
                .lot("A", "d", "BOND", "30000", "0")
                .security("STOCK", "EQ")
                .security("BOND", "FI")
                .assetClass("EQ", "0.57", "0.63", driftPrice)
                .assetClass("FI", "0.38", "0.42", driftPrice);
        Solution solution = solved();
        assertThat(dollars(solution)).isCloseTo(expected, within(0.001));
        assertThat(solution.gap()).isCloseTo(0, within(1e-3));
        assertThat(soldOf(solution, "c")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"HOLDING, -300", "PURCHASE, 0"})
    void w2SwapsMisplacedHoldingsOnlyWhenSalesEarnTheirDrag(RebalancingPolicy.Location location, double expected) {
        paper.policy = PolicyDraft.of(paper.policy).location(location).done();
        paper.account("IRA", false, "0", "0", "0")
                .account(
                        "TAX",
                        true,
                        "0",
                        "0",
                        "0",
                        Map.of("FI", new BigDecimal("0.012"), "EQ", new BigDecimal("0.004")))
                .lot("IRA", "a", "STOCK", "50000", "0")
                .lot("TAX", "b", "BOND", "50000", "0")
                .security("STOCK", "EQ")
                .security("BOND", "FI")
                .assetClass("EQ", "0.5", "0.5", "0.15")
                .assetClass("FI", "0.5", "0.5", "0.15");
        Solution solution = solved();
        double nothing = solution.value(Plan.nothing(solution.problem)).objective() / 100;
        assertThat(dollars(solution) - nothing).isCloseTo(expected, within(0.001));
    }

    @Test
    void w3MeetsTheGainsBudgetByAMix() {
        paper.account("A", true, "0", "0", "0")
                .lot("A", "a", "STOCK", "10000", "0.3")
                .lot("A", "b", "STOCK", "10000", "0.1")
                .lot("A", "c", "STOCK", "60000", "0.6")
                .lot("A", "d", "BOND", "20000", "0")
                .security("STOCK", "EQ")
                .security("BOND", "FI")
                .assetClass("EQ", "0.6", "0.6", "0.2")
                .assetClass("FI", "0.4", "0.4", "0.2");
        assertThat(dollars(solved())).isCloseTo(972, within(0.001));
        paper.budget = new BigDecimal("2500");
        Limited limited = LinearLimit.apply(TaxRounds.of(new HouseholdProblem(paper.request())));
        assertThat(limited.objective() / 100).isCloseTo(2610, within(0.01));
        assertThat(limited.bound() / 100).isCloseTo(2610, within(0.01));
        assertThat(limited.priced().prices.budget()[0]).isCloseTo(1.092, within(1e-6));
    }

    @Test
    void w4HarvestsUnlessAPurchaseOfTheIdenticalPaysMore() {
        washExample("20000");
        Solution free = solved();
        assertThat(dollars(free)).isCloseTo(-2330, within(0.001));
        paper.wash = new WashHistory(Set.of(), Set.of(), List.of(Set.of("X", "Y")));
        assertThat(dollars(solved())).isCloseTo(10, within(0.001));
    }

    @Test
    void w4ClearsARecentPurchaseToHarvest() {
        washExample("15000").lot("IRA", "r", "X", "5000", "0", LocalDate.of(2026, 11, 8), null);
        Solution solution = solved();
        assertThat(dollars(solution)).isCloseTo(-2327.50, within(0.001));
        assertThat(soldOf(solution, "r")).isEqualTo(500_000);
    }

    @Test
    void w7SaysHowMuchOfNeedAndReserveIsMissing() {
        paper.account("IRA", false, "5000", "30000", "1000")
                .account("TAX", true, "40000", "0", "0")
                .lot("IRA", "x", "X", "10000", "0", LocalDate.of(2020, 1, 2), "locked")
                .lot("IRA", "y", "Y", "8000", "0")
                .security("X", "EQ")
                .security("Y", "EQ")
                .assetClass("EQ", "0", "1", "0.15");
        Solution solution = solved();
        assertThat(solution.value.endCash[0]).isEqualTo(-1_700_000);
        assertThat(solution.value.isInfeasible()).isTrue();
        assertThat(CashCurve.breached(solution.problem, 0, solution.value.endCash[0]))
                .isEqualTo(100_000);
        assertThat(solution.gap()).isCloseTo(0, within(1.0));
    }

    private HouseholdOnPaper washExample(String cash) {
        return paper.account("IRA", false, cash, "0", "0")
                .account("TAX", true, "0", "0", "0")
                .lot("TAX", "l", "X", "40000", "-0.25")
                .security("X", "EQ")
                .security("Y", "EQ")
                .assetClass("EQ", "1", "1", "0.15");
    }

    private Solution solved() {
        var problem = new HouseholdProblem(paper.request());
        return Solution.searching(problem, TaxPrices.marginal(problem.units));
    }

    private static double dollars(Solution solution) {
        return solution.value.objective() / 100;
    }

    private static double soldOf(Solution solution, String lot) {
        for (int index = 0; index < solution.plan.sold.length; index++)
            if (solution.problem.lots.lot.get(index).id().equals(lot)) return solution.plan.sold[index];
        throw new IllegalArgumentException("no lot " + lot);
    }
}
