package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.driftgate.rebalancing.GeneratedInstance.Shape;
import org.driftgate.rebalancing.SyntheticProgram.Kind;
import org.driftgate.rebalancing.SyntheticProgram.Outcome;
import org.junit.jupiter.api.Test;

/**
 * Whole shares against the best that a mixed-integer program finds in a limited time, as a share of the benefit, which is
 * what trading saves against doing nothing. {@code -DwholeInstances=20 -DwholeSeconds=30} for docs/benchmarks.md.
 */
class WholeShareQualityTest {

    private static final int INSTANCES = Integer.getInteger("wholeInstances", 5);
    private static final double SECONDS = Integer.getInteger("wholeSeconds", 2);

    @Test
    void staysCloseToTheProgramInHouseholds() {
        assertThat(behind(Shape.HOUSEHOLD, INSTANCES)).isLessThanOrEqualTo(0.01);
    }

    @Test
    void staysCloseToTheProgramInADirectIndex() {
        assertThat(behind(Shape.DIRECT_INDEX, INSTANCES)).isLessThanOrEqualTo(0.03);
    }

    /** The mean distance in per cent of the benefit; negative when ours is better. */
    private static double behind(Shape shape, int instances) {
        double[] behind = new double[instances];
        double[] bounded = new double[instances];
        for (int seed = 0; seed < instances; seed++) {
            JsonNode json = GeneratedInstance.of(shape, seed);
            Outcome best = found(new SyntheticProgram(json));
            Solution fractional = SyntheticVectors.solve(SyntheticInstance.request(json, false));
            double ours = SyntheticVectors.wholeShares(fractional) / 100_000;
            double benefit = benefit(fractional) / 100_000;
            assertThat(ours).as("seed %d", seed).isGreaterThan(best.bound() - 0.001);
            behind[seed] = 100 * (ours - best.objective()) / benefit;
            bounded[seed] = 100 * (ours - best.bound()) / benefit;
        }
        System.out.printf(
                "whole shares %s, SCIP %.0f s, per cent of benefit behind it: %s, behind its bound: %s%n",
                shape, SECONDS, summary(behind), summary(bounded));
        return Arrays.stream(behind).average().orElseThrow();
    }

    /** On a busy machine the program finds nothing in its time and gets twice as much. */
    private static Outcome found(SyntheticProgram program) {
        Outcome best = program.solve("SCIP", Kind.WHOLE, SECONDS);
        for (double seconds = 2 * SECONDS; !best.found(); seconds *= 2)
            best = program.solve("SCIP", Kind.WHOLE, seconds);
        return best;
    }

    private static String summary(double[] values) {
        var all = Arrays.stream(values).summaryStatistics();
        return "mean %.4f, most %.4f".formatted(all.getAverage(), all.getMax());
    }

    private static double benefit(Solution solution) {
        PlanValue nothing = solution.value(Plan.nothing(solution.problem));
        return nothing.objective() - nothing.shortages - solution.value.objective();
    }
}
