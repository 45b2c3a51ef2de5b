package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gains budgets of several units and turnover: met together at the least cost, or named. */
class PlanLimitTest {

    private static final RebalancingLimits NONE = RebalancingLimits.NONE;

    private final HouseholdOnPaper paper = new HouseholdOnPaper();

    /** 70,000 in stocks, 10,000 too many on both sides at 0.15: each dollar swapped saves 0.30. */
    @ParameterizedTest
    @CsvSource({"0.05, 5000, 1500", "0.10, 10000, 0", "0.50, 10000, 0", "0, 0, 3000"})
    void turnsOverNoMoreThanAllowed(BigDecimal limit, double sold, double objective) {
        paper.cost = "0";
        paper.account("IRA", false, "0", "0", "0");
        drifted("IRA", "0");
        paper.policy =
                PolicyDraft.of(paper.policy).limits(NONE.withTurnover(limit)).done();
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(amount(answer, Side.SELL)).isEqualTo(sold);
        assertThat(answer.objective()).isCloseTo(objective, within(0.01));
        assertThat(answer.gap()).isCloseTo(0, within(0.01));
    }

    /** Half of the 20,000 that must be sold is 10,000, an eighth of what remains; five per cent are 4,000. */
    @Test
    void raisesTheCashAndNamesTheTurnoverItTakes() {
        paper.account("IRA", false, "0", "20000", "0");
        drifted("IRA", "0");
        paper.policy = PolicyDraft.of(paper.policy)
                .limits(NONE.withTurnover(new BigDecimal("0.05")))
                .done();
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.INFEASIBLE);
        assertThat(answer.obstacles())
                .containsExactly(new Obstacle.TurnoverTooSmall(new BigDecimal("4000.00"), new BigDecimal("10000.00")));
        assertThat(answer.endCash().get("IRA")).isZero();
    }

    /** The need of 20,000 realizes half as gain, whatever is sold; the budget leaves 6,000. */
    @Test
    void namesTheLeastGainBudgetAndUnit() {
        paper.account("TAX", true, "0", "20000", "0");
        drifted("TAX", "0.5");
        paper.budget = new BigDecimal("6000");
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.INFEASIBLE);
        assertThat(answer.obstacles())
                .containsExactly(
                        new Obstacle.BudgetTooSmall("unit", new BigDecimal("6000.00"), new BigDecimal("10000.00")));
        assertThat(answer.reason())
                .isEqualTo("Raising the cash realizes at least $10,000.00; the gains budget of unit leaves $6000.00");
        assertThat(answer.realizedGain()).isEqualByComparingTo("10000");
    }

    @Test
    void findsRoomForANetBudgetByHarvestingAndThenIsNotImpossible() {
        paper.account("TAX", true, "0", "20000", "0").lot("TAX", "loss", "LOSER", "10000", "-0.4");
        drifted("TAX", "0.5");
        paper.security("LOSER", "EQ");
        paper.budget = new BigDecimal("2000");
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(answer.status()).as(answer.reason()).isEqualTo(Rebalancing.Status.OK);
        assertThat(answer.realizedGain()).isLessThanOrEqualTo(new BigDecimal("2000"));
    }

    /** The loss is frozen by shares of it bought lately that stay: selling it would be a wash sale. */
    @Test
    void breaksABudgetAndNamesItBeforeItForcesAWashSale() {
        paper.account("TAX", true, "0", "20000", "0")
                .lot("TAX", "gain", "GAINER", "50000", "0.5")
                .lot("TAX", "loss", "LOSER", "50000", "-0.4")
                .security("GAINER", "EQ")
                .security("LOSER", "EQ")
                .assetClass("EQ", "0", "1", "0.15");
        paper.wash = new WashHistory(Set.of("LOSER"), Set.of(), List.of());
        paper.budget = BigDecimal.ZERO;
        Rebalancing answer = Rebalancer.rebalance(paper.request());
        assertThat(answer.lotSales()).extracting(LotSale::lot).containsExactly("gain");
        assertThat(answer.status()).isEqualTo(Rebalancing.Status.INFEASIBLE);
        assertThat(answer.obstacles())
                .containsExactly(
                        new Obstacle.BudgetTooSmall("unit", new BigDecimal("0.00"), new BigDecimal("10000.00")));
    }

    @Test
    void agreesWithALinearProgramThatHasTheLimitsAsRows() {
        int compared = 0;
        int bound = 0;
        for (int seed = 0; compared < 150; seed++) {
            RebalancingRequest request = comparable(RandomConstraints.of(seed));
            var problem = new HouseholdProblem(request);
            TaxRounds.Priced free = TaxRounds.of(problem);
            Limited limited = LinearLimit.apply(free);
            Solution priced = limited.priced();
            if (!limited.isWithin()) continue;
            compared++;
            if (priced != free.solution()) bound++;
            double referee = HouseholdReferee.optimum(request, RefereeTerms.limited(priced));
            double scale = Math.max(1, Math.abs(referee));
            assertThat(limited.objective() / 100).as("seed %d", seed).isCloseTo(referee, within(0.3 + 2e-6 * scale));
            assertThat(limited.bound() / 100).as("seed %d", seed).isCloseTo(referee, within(0.3 + 2e-6 * scale));
        }
        assertThat(bound).isGreaterThan(20);
    }

    /** Without what the row-wise program leaves out: caps by volume, fees, waiting prices and netting. */
    private static RebalancingRequest comparable(RebalancingRequest request) {
        RebalancingPolicy policy = request.policy();
        RebalancingLimits limits = new RebalancingLimits(policy.limits().turnover(), null, 60, false, false);
        List<TradedSecurity> securities = request.securities().stream()
                .map(row -> new TradedSecurity(
                        row.symbol(),
                        row.assetClass(),
                        row.price(),
                        row.target(),
                        row.buyable(),
                        row.fractional(),
                        row.costPerDollar(),
                        BigDecimal.ZERO,
                        row.rank()))
                .toList();
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                request.accounts(),
                securities,
                request.classes(),
                request.cash(),
                request.taxUnits(),
                request.wash(),
                new RebalancingPolicy(
                        policy.idleCashCost(),
                        RebalancingPolicy.Location.HOLDING,
                        RebalancingPolicy.Tax.MARGINAL,
                        policy.budget(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        RebalancingPolicy.NearLongTerm.OFF,
                        0,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        false,
                        limits,
                        policy.taxWeight()),
                request.movements());
    }

    private void drifted(String account, String gainShare) {
        paper.lot(account, "a", "STOCK", "70000", gainShare)
                .lot(account, "b", "BOND", "30000", gainShare)
                .security("STOCK", "EQ")
                .security("BOND", "FI")
                .assetClass("EQ", "0.6", "0.6", "0.15")
                .assetClass("FI", "0.4", "0.4", "0.15");
    }

    private static double amount(Rebalancing answer, Side side) {
        return answer.trades().stream()
                .filter(trade -> trade.side() == side)
                .mapToDouble(trade -> trade.amount().doubleValue())
                .sum();
    }
}
