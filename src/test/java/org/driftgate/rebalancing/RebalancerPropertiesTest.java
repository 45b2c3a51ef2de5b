package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;

/** What must hold for every household; the seed of a failing one is in the message. */
class RebalancerPropertiesTest {

    private static final int HOUSEHOLDS = Integer.getInteger("households", 10_000);

    @Test
    void provesEveryFractionalOptimum() {
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
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
            if (Arrays.stream(solution.choices).anyMatch(choice -> choice.compareTo(WashChoice.CLEAR) >= 0)) continue;
            compared++;
            double referee = HouseholdReferee.optimum(request, HouseholdReferee.harvesting(solution));
            double ours = solution.value.objective() / 100;
            assertThat(ours).as("seed %d", seed).isCloseTo(referee, within(0.05 + 1e-6 * Math.abs(referee)));
        }
    }

    @Test
    void keepsBansAndNeverBuysWhatItSells() {
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            RebalancingRequest request = RandomHousehold.of(new Random(seed), false);
            Rebalancing answer = Rebalancer.rebalance(whole(request, seed % 2 == 0));
            List<String> tickets = answer.trades().stream()
                    .map(trade -> trade.account() + " " + trade.symbol())
                    .toList();
            assertThat(tickets).as("seed %d", seed).doesNotHaveDuplicates();
            answer.trades().stream()
                    .filter(trade -> trade.side() == Side.BUY)
                    .forEach(buy -> assertThat(security(request, buy.symbol()).buyable())
                            .isTrue());
            for (LotSale sale : answer.lotSales()) {
                TaxLot lot = lot(request, sale);
                assertThat(lot.blocked()).as("seed %d", seed).isNull();
                assertThat(sale.quantity()).isLessThanOrEqualTo(lot.quantity());
            }
            List<String> closed = request.accounts().stream()
                    .filter(account -> !account.tradable())
                    .map(TradedAccount::id)
                    .toList();
            assertThat(answer.trades()).noneMatch(trade -> closed.contains(trade.account()));
        }
    }

    @Test
    void keepsNeedAndReserveOrSaysWhatIsMissing() {
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            RebalancingRequest request = whole(RandomHousehold.of(new Random(seed), false), seed % 2 == 0);
            Rebalancing answer = Rebalancer.rebalance(request);
            for (TradedAccount account : request.accounts()) {
                boolean kept = answer.endCash().get(account.id()).compareTo(account.reserve()) >= 0;
                if (kept) continue;
                assertThat(answer.status()).as("seed %d", seed).isEqualTo(Rebalancing.Status.INFEASIBLE);
                assertThat(answer.reason()).contains(account.id() + " lacks $");
            }
        }
    }

    @Test
    void neverBuysWhatTheHouseholdSellsAtALossUnlessForced() {
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            Solution solution = solved(RandomHousehold.of(new Random(seed), false));
            if (solution.value.frozen > 0) continue;
            HouseholdProblem problem = solution.problem;
            boolean[] lost = new boolean[solution.groups.count];
            for (int position = 0; position < problem.positions.count; position++)
                for (int lot = problem.positions.lotStart[position];
                        lot < problem.positions.lotStart[position + 1];
                        lot++) lost[group(solution, position)] |= problem.lots.loss[lot] && solution.plan.sold[lot] > 0;
            for (int position = 0; position < problem.positions.count; position++)
                if (lost[group(solution, position)])
                    assertThat(solution.plan.bought[position])
                            .as("seed %d", seed)
                            .isZero();
        }
    }

    @Test
    void answersTheSameWhateverTheOrderOfTheRows() {
        for (int seed = 0; seed < HOUSEHOLDS / 4; seed++) {
            RebalancingRequest request = whole(RandomHousehold.of(new Random(seed), false), true);
            var shuffled = new RebalancingRequest(
                    request.household(),
                    request.asOf(),
                    shuffled(request.accounts(), seed),
                    shuffled(request.securities(), seed),
                    shuffled(request.classes(), seed),
                    request.cash(),
                    request.taxUnits(),
                    request.wash(),
                    request.policy());
            assertThat(Rebalancer.rebalance(shuffled)).as("seed %d", seed).isEqualTo(Rebalancer.rebalance(request));
        }
    }

    @Test
    void countsTheSameTaxFromTheLotsSoldAsTheSolverDoes() {
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            RebalancingRequest request = whole(RandomHousehold.of(new Random(seed), false), seed % 2 == 0);
            var problem = new HouseholdProblem(request);
            Rebalancing answer = Rebalancer.rebalance(request);
            TaxPosition unit = request.taxUnits().get(0);
            double shortGain = gains(request, answer, false);
            double longGain = gains(request, answer, true);
            NettedTax tax = NettedTax.of(unit);
            double shortSoFar = Cents.of(unit.shortSoFar());
            double longSoFar = Cents.of(unit.longSoFar());
            double expected =
                    tax.shown(shortSoFar + shortGain, longSoFar + longGain) - tax.shown(shortSoFar, longSoFar);
            double cents = Math.abs(expected - answer.nettedTax().doubleValue() * 100);
            assertThat(cents).as("seed %d", seed).isLessThanOrEqualTo(1.5 + problem.lots.cents.length / 1e4);
        }
    }

    private static double gains(RebalancingRequest request, Rebalancing answer, boolean longTerm) {
        double cents = 0;
        for (LotSale sale : answer.lotSales()) {
            boolean taxable = request.accounts().stream()
                    .anyMatch(account -> account.taxable() && account.id().equals(sale.account()));
            java.math.BigDecimal gain = sale.gain() == null ? sale.proceeds() : sale.gain();
            if (taxable && sale.longTerm() == longTerm) cents += gain.doubleValue() * 100;
        }
        return cents;
    }

    @Test
    void tradesWholeSharesOrEverything() {
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            RebalancingRequest request = whole(RandomHousehold.of(new Random(seed), false), true);
            for (ProposedTrade trade : Rebalancer.rebalance(request).trades()) {
                boolean whole = trade.quantity().stripTrailingZeros().scale() <= 0;
                boolean all = Stream.of(trade)
                        .filter(ticket -> ticket.side() == Side.SELL)
                        .anyMatch(ticket -> unblocked(request, ticket).compareTo(ticket.quantity()) == 0);
                boolean fractional = security(request, trade.symbol()).fractional();
                assertThat(whole || all || fractional)
                        .as("seed %d: %s", seed, trade)
                        .isTrue();
            }
        }
    }

    private static java.math.BigDecimal unblocked(RebalancingRequest request, ProposedTrade ticket) {
        return request.accounts().stream()
                .filter(account -> account.id().equals(ticket.account()))
                .flatMap(account -> account.lots().stream())
                .filter(lot -> lot.symbol().equals(ticket.symbol()) && lot.blocked() == null)
                .map(TaxLot::quantity)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
    }

    private static int group(Solution solution, int position) {
        return solution.groups.groupOf[solution.problem.positions.security[position]];
    }

    private static <T> List<T> shuffled(List<T> rows, int seed) {
        List<T> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed + 7));
        return shuffled;
    }

    private static RebalancingRequest whole(RebalancingRequest request, boolean whole) {
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                request.accounts(),
                request.securities(),
                request.classes(),
                request.cash(),
                request.taxUnits(),
                request.wash(),
                request.policy().withWholeShares(whole));
    }

    private static TradedSecurity security(RebalancingRequest request, String symbol) {
        return request.securities().stream()
                .filter(security -> security.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private static TaxLot lot(RebalancingRequest request, LotSale sale) {
        return request.accounts().stream()
                .flatMap(account -> account.lots().stream())
                .filter(lot -> lot.id().equals(sale.lot()))
                .findFirst()
                .orElseThrow();
    }

    private static Solution solved(RebalancingRequest request) {
        var problem = new HouseholdProblem(request);
        return Solution.searching(problem, TaxPrices.marginal(problem.units));
    }
}
