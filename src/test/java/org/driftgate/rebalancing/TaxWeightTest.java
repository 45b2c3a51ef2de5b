package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.driftgate.shared.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a weight on tax does to tax, gains and trades. Fractional shares, one tax unit and no lot with a loss, where plans
 * are optimal: with losses the wash choices are the best found only.
 */
class TaxWeightTest {

    private static final List<String> WEIGHTS = List.of("0", "0.25", "0.5", "1", "2", "4", "10");
    private static final int HOUSEHOLDS = 150;
    private static final double CENTS = 1;

    @ParameterizedTest
    @EnumSource(RebalancingPolicy.Tax.class)
    void neverRaisesTheTaxAtTheTrueRates(RebalancingPolicy.Tax prices) {
        int fell = 0;
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            RebalancingRequest request = TaxWeights.withoutLosses(RandomHousehold.of(new Random(seed), false));
            double first = 0;
            double last = Double.POSITIVE_INFINITY;
            for (String weight : WEIGHTS) {
                double tax = TaxWeights.solved(request, prices, weight).tax();
                assertThat(tax).as("seed %d, weight %s", seed, weight).isLessThanOrEqualTo(last + CENTS);
                if (weight.equals("0")) first = tax;
                last = tax;
            }
            if (last < first - CENTS) fell++;
        }
        assertThat(fell).as("households whose tax falls").isGreaterThan(HOUSEHOLDS / 4);
    }

    /** With short-term lots too it may rise, when a long-term gain takes the place of a short-term one. */
    @Test
    void neverRaisesTheGainWhereEveryLotIsLongTerm() {
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            RebalancingRequest request =
                    TaxWeights.longTerm(TaxWeights.withoutLosses(RandomHousehold.of(new Random(seed), false)));
            double last = Double.POSITIVE_INFINITY;
            for (String weight : WEIGHTS) {
                double gain = TaxWeights.solved(request, RebalancingPolicy.Tax.MARGINAL, weight)
                        .gain();
                assertThat(gain).as("seed %d, weight %s", seed, weight).isLessThanOrEqualTo(last + CENTS);
                last = gain;
            }
        }
    }

    /** The objective moves by the tax of one plan or the other, times what the weight moves: no step anywhere. */
    @ParameterizedTest
    @EnumSource(RebalancingPolicy.Tax.class)
    void movesTheObjectiveContinuously(RebalancingPolicy.Tax prices) {
        for (int seed = 0; seed < 20; seed++) {
            RebalancingRequest request = TaxWeights.withoutLosses(RandomHousehold.of(new Random(seed), false));
            TaxWeights.Weighed last = TaxWeights.solved(request, prices, "0");
            for (int step = 1; step <= 40; step++) {
                String weight = BigDecimal.valueOf(step, 1).toPlainString();
                TaxWeights.Weighed next = TaxWeights.solved(request, prices, weight);
                assertThat(next.objective() - last.objective())
                        .as("seed %d, weight %s", seed, weight)
                        .isBetween(0.1 * next.tax() - CENTS, 0.1 * last.tax() + CENTS);
                last = next;
            }
        }
    }

    /** Sixty lots of 500 dollars, each a little dearer than the one before: a finer weight takes or leaves few of them. */
    @Test
    void changesTradesLittleByLittle() {
        RebalancingRequest request = TaxWeights.sixtyLots();
        List<Double> sold = new ArrayList<>();
        for (int step = 0; step <= 200; step++)
            sold.add(TaxWeights.sold(request, BigDecimal.valueOf(step * 5L, 2).toPlainString()));
        double largest = 0;
        for (int step = 1; step < sold.size(); step++)
            largest = Math.max(largest, Math.abs(sold.get(step) - sold.get(step - 1)));
        assertThat(sold.get(0) - sold.get(200)).as("what the weight decides").isGreaterThan(15_000);
        assertThat(largest).as("the largest step").isLessThanOrEqualTo(1_000);
        assertThat(sold.stream().distinct().count()).isGreaterThan(20);
    }

    /** docs/rebalancing.md keeps the table. */
    @Test
    void tracesTheFrontierThatTheDocumentShows() throws IOException {
        List<String> shown = Files.readAllLines(Path.of("docs/rebalancing.md")).stream()
                .dropWhile(line -> !line.startsWith("| weight |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        List<String> traced = new ArrayList<>();
        for (String weight : List.of("0", "1", "1.5", "2", "3", "4", "6", "10")) {
            Rebalancing answer = Rebalancer.rebalance(
                    TaxWeights.weighing(TaxWeights.sixtyLots(), RebalancingPolicy.Tax.NETTED, weight));
            traced.add("| %s | %s | %s | %s | %s |"
                    .formatted(
                            weight,
                            TaxWeights.sold(answer),
                            answer.realizedGain(),
                            answer.nettedTax(),
                            answer.driftAfter().divide(answer.value(), 4, RoundingMode.HALF_EVEN)));
        }
        assertThat(shown).isEqualTo(traced);
    }

    @Test
    void showsThePersonTheTaxWithoutTheWeight() {
        RebalancingRequest request = TaxWeights.sixtyLots();
        for (String weight : WEIGHTS) {
            Rebalancing answer =
                    Rebalancer.rebalance(TaxWeights.weighing(request, RebalancingPolicy.Tax.NETTED, weight));
            double gains = answer.trades().stream()
                    .filter(trade -> trade.side() == Side.SELL)
                    .mapToDouble(trade -> trade.longGain().doubleValue())
                    .sum();
            assertThat(answer.nettedTax().doubleValue()).isCloseTo(0.238 * gains, within(0.02));
        }
    }
}
