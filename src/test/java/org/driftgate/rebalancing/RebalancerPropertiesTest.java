package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;

/** What must hold for every household; the seed of a failing one is in the message. */
class RebalancerPropertiesTest {

    private static final int HOUSEHOLDS = Integer.getInteger("households", 10_000);

    @Test
    void keepsEveryPromiseOrNamesIt() {
        Map<Rebalancing.Status, Long> ends = IntStream.range(0, HOUSEHOLDS)
                .parallel()
                .mapToObj(RebalancerPropertiesTest::checked)
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertThat(ends.get(Rebalancing.Status.OK)).isGreaterThan(HOUSEHOLDS / 2);
        assertThat(ends.get(Rebalancing.Status.INFEASIBLE)).isGreaterThan(HOUSEHOLDS / 50);
    }

    private static Rebalancing.Status checked(int seed) {
        RebalancingRequest request = RandomConstraints.of(seed);
        Rebalancing answer = Rebalancer.rebalance(request);
        String where = "seed " + seed;
        new HouseholdInvariants(request, answer, where).check();
        new WashInvariant(request, answer).check(where);
        return answer.status();
    }

    /** Every constrained household is held to its bound above; here those without limits, scaled by their benefit. */
    @Test
    void provesEveryFractionalOptimum() {
        for (int seed = 0; seed < HOUSEHOLDS / 4; seed++) {
            Solution solution = solved(RandomHousehold.of(new Random(seed), false));
            double benefit = solution.value(Plan.nothing(solution.problem)).objective() - solution.value.objective();
            double scale = Math.max(100, Math.max(benefit, Math.abs(solution.value.objective())));
            assertThat(solution.gap()).as("seed %d", seed).isCloseTo(0, within(1e-6 * scale));
        }
    }

    @Test
    void agreesWithALinearProgramWrittenRowByRow() {
        int compared = 0;
        for (int seed = 0; compared < Math.min(200, HOUSEHOLDS); seed++) {
            RebalancingRequest request = RandomHousehold.of(new Random(seed), false);
            Solution solution = solved(request);
            compared++;
            double referee = HouseholdReferee.optimum(request, RefereeTerms.priced(solution));
            double ours = solution.value.objective() / 100;
            assertThat(ours).as("seed %d", seed).isCloseTo(referee, within(0.05 + 1e-6 * Math.abs(referee)));
        }
    }

    @Test
    void answersTheSameWhateverTheOrderOfTheRows() {
        for (int seed = 0; seed < HOUSEHOLDS / 20; seed++) {
            RebalancingRequest request = RandomConstraints.of(seed);
            var shuffled = new RebalancingRequest(
                    request.household(),
                    request.asOf(),
                    shuffled(request.accounts(), seed),
                    shuffled(request.securities(), seed),
                    shuffled(request.classes(), seed),
                    request.cash(),
                    shuffled(request.taxUnits(), seed),
                    request.wash(),
                    request.policy(),
                    new CashMovements(
                            shuffled(request.movements().calls(), seed),
                            request.movements().contributions()));
            assertThat(Rebalancer.rebalance(shuffled)).as("seed %d", seed).isEqualTo(Rebalancer.rebalance(request));
        }
    }

    /** The order of preference among funds has a price, which is no cost. */
    @Test
    void showsAsCostWhatItsTradesCost() {
        for (int seed = 0; seed < HOUSEHOLDS / 20; seed++) {
            RebalancingRequest request = RandomConstraints.of(seed);
            Map<String, TradedSecurity> rows =
                    request.securities().stream().collect(Collectors.toMap(TradedSecurity::symbol, row -> row));
            Rebalancing answer = Rebalancer.rebalance(request);
            double cost = answer.trades().stream()
                    .mapToDouble(trade -> cost(trade, rows.get(trade.symbol())))
                    .sum();
            assertThat(answer.cost().doubleValue()).as("seed %d", seed).isCloseTo(cost, within(0.02));
        }
    }

    private static double cost(ProposedTrade trade, TradedSecurity row) {
        double fee = trade.side() == Side.SELL ? row.redemptionFee().doubleValue() : 0;
        return (row.costPerDollar().doubleValue() + fee) * trade.amount().doubleValue();
    }

    private static <T> List<T> shuffled(List<T> rows, int seed) {
        List<T> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed + 7));
        return shuffled;
    }

    private static Solution solved(RebalancingRequest request) {
        var problem = new HouseholdProblem(request);
        return Solution.searching(problem, TaxPrices.marginal(problem.units));
    }
}
