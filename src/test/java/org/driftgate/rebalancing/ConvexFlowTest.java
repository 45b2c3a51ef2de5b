package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvexFlowTest {

    /** Nodes of the first worked example: 0 root, 1 account, 2 stock, 3 bond. */
    private final FlowNetwork network = new FlowNetwork();

    @ParameterizedTest
    @ValueSource(strings = {"0.15:745.80", "0.10:725.80", "0.05:595.80"})
    void weighsTaxAgainstDrift(String example) {
        double driftPrice = Double.parseDouble(example.split(":")[0]);
        firstExample(driftPrice);
        ConvexFlow flow = solved();
        double expected = Double.parseDouble(example.split(":")[1]) * 100;
        assertThat(flow.cost()).isCloseTo(expected, within(1e-3));
        assertThat(DualBound.of(network, flow.potentials())).isCloseTo(expected, within(1e-3));
    }

    @Test
    void pricesCashAndHoldings() {
        firstExample(0.15);
        ConvexFlow flow = solved();
        double[] potential = flow.potentials();
        assertThat(potential[1] - potential[0]).isCloseTo(0.1195, within(1e-9));
        assertThat(potential[3] - potential[0]).isCloseTo(0.12, within(1e-9));
        assertThat(flow.flow(1)).isEqualTo(-800_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void agreesWithALinearProgram(int seed) {
        RandomNetwork.fill(network, new Random(seed));
        ConvexFlow flow = solved();
        double referee = FlowReferee.cheapest(network);
        assertThat(flow.cost()).as("seed %d", seed).isCloseTo(referee, within(1e-6 * Math.max(100, Math.abs(referee))));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 102, 103, 104, 105, 106, 107, 108, 109, 110})
    void balancesEveryNodeExactlyAndProvesItsCost(int seed) {
        RandomNetwork.fill(network, new Random(seed));
        ConvexFlow flow = solved();
        double[] left = new double[network.nodes()];
        for (int node = 0; node < left.length; node++) left[node] = network.supply(node);
        for (int arc = 0; arc < network.arcs(); arc++) {
            left[network.from(arc)] -= flow.flow(arc);
            left[network.to(arc)] += flow.flow(arc);
            double price = flow.potentials()[network.to(arc)] - flow.potentials()[network.from(arc)];
            assertThat(price).isBetween(flow.slopeLeft(arc), flow.slopeRight(arc));
        }
        assertThat(left).containsOnly(0);
        assertThat(flow.cost() - DualBound.of(network, flow.potentials())).isCloseTo(0, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 202, 203, 204, 205})
    void neverLetsABoundOfAnyPricesExceedTheOptimum(int seed) {
        Random random = new Random(seed);
        RandomNetwork.fill(network, random);
        double optimum = solved().cost();
        for (int trial = 0; trial < 20; trial++) {
            double[] prices = random.doubles(network.nodes(), -1, 1).toArray();
            assertThat(DualBound.of(network, prices)).isLessThanOrEqualTo(optimum + 1e-5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 304, 305})
    void costsTheSameWarmAndCold(int seed) {
        Random random = new Random(seed);
        RandomNetwork.fill(network, random);
        ConvexFlow warm = solved();
        int arc = network.arcs() / 2;
        double before = warm.cost();
        int other = RandomNetwork.curve(network.curves, random);
        double bound = before + DualBound.change(network, warm.potentials(), arc, other);
        warm.switchCurve(arc, other);
        warm.balance(bound, Double.POSITIVE_INFINITY);
        assertThat(warm.cost()).isCloseTo(solved().cost(), within(1e-5));
        assertThat(bound).isLessThanOrEqualTo(warm.cost() + 1e-5);
    }

    @Test
    void refusesACurveThatIsNotConvex() {
        Curves curves = new Curves();
        curves.begin(0, 0);
        curves.add(0.2, 100);
        assertThatThrownBy(() -> curves.add(0.1, 100)).hasMessageContaining("not convex");
    }

    private ConvexFlow solved() {
        if (network.nodes() > 0) network.connect();
        ConvexFlow flow = new ConvexFlow(network);
        flow.solve();
        return flow;
    }

    private void firstExample(double driftPrice) {
        for (int node = 0; node < 4; node++) network.addNode();
        Curves curves = network.curves;
        curves.begin(-10_000_000, 0);
        curves.add(-0.002, 10_000_000);
        curves.add(512, 10_000_000);
        network.addArc(0, 1, curves.endWithCostAtZero(0));
        curves.begin(-7_000_000, 0);
        curves.add(-(0.1904 + 0.0005), 6_200_000);
        curves.add(-(0.119 + 0.0005), 500_000);
        curves.add(-(0.0476 + 0.0005), 300_000);
        curves.add(0.0005, 7_000_000);
        network.addArc(1, 2, curves.endWithCostAtZero(0));
        curves.begin(-3_000_000, 0);
        curves.add(-0.0005, 3_000_000);
        curves.add(0.0005, 7_000_000);
        network.addArc(1, 3, curves.endWithCostAtZero(0));
        network.addArc(2, 0, drift(driftPrice, 5_700_000, 6_300_000, 7_000_000));
        network.addArc(3, 0, drift(driftPrice, 3_800_000, 4_200_000, 3_000_000));
    }

    private int drift(double price, double low, double high, double held) {
        return DriftCurve.add(network.curves, new DriftCurve.Band(low, high, price), held, 10_000_000);
    }
}
