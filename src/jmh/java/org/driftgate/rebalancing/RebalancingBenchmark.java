package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import org.driftgate.rebalancing.GeneratedInstance.Shape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a household's rows to its plan with certificate: checks, curves, network, flow, wash choice, shares, lots, value
 * and bound. {@code householdAnswer} also writes tickets, reasons and the greedy comparison. One of ten seeded
 * instances after the other.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class RebalancingBenchmark {

    static final int INSTANCES = 10;
    static final int FIRST_SEED = 1000;

    private final RebalancingRequest[] tenLots = requests(Shape.TEN_LOTS, false, false);
    private final RebalancingRequest[] hundredLots = requests(Shape.HUNDRED_LOTS, false, false);
    private final RebalancingRequest[] household = requests(Shape.HOUSEHOLD, false, false);
    private final RebalancingRequest[] householdShares = requests(Shape.HOUSEHOLD, false, true);
    private final RebalancingRequest[] householdWash = requests(Shape.HOUSEHOLD, true, false);
    private final RebalancingRequest[] directIndex = requests(Shape.DIRECT_INDEX, false, false);
    private final RebalancingRequest[] directIndexShares = requests(Shape.DIRECT_INDEX, false, true);
    private int next;

    private static RebalancingRequest[] requests(Shape shape, boolean choosesWash, boolean wholeShares) {
        var requests = new RebalancingRequest[INSTANCES];
        for (int index = 0; index < INSTANCES; index++) {
            JsonNode json = GeneratedInstance.of(shape, FIRST_SEED + index);
            requests[index] = withShares(SyntheticInstance.request(json, choosesWash), wholeShares);
        }
        return requests;
    }

    private static RebalancingRequest withShares(RebalancingRequest request, boolean whole) {
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                request.accounts(),
                request.securities(),
                request.classes(),
                request.cash(),
                request.taxUnits(),
                request.wash(),
                PolicyDraft.of(request.policy()).wholeShares(whole).done());
    }

    @Benchmark
    public Object tenLots() {
        return Rebalancer.plan(tenLots[turn()]);
    }

    @Benchmark
    public Object hundredLots() {
        return Rebalancer.plan(hundredLots[turn()]);
    }

    @Benchmark
    public Object household() {
        return Rebalancer.plan(household[turn()]);
    }

    @Benchmark
    public Object householdShares() {
        return Rebalancer.plan(householdShares[turn()]);
    }

    @Benchmark
    public Object householdWash() {
        return Rebalancer.plan(householdWash[turn()]);
    }

    @Benchmark
    public Object householdAnswer() {
        return Rebalancer.rebalance(householdShares[turn()]);
    }

    @Benchmark
    public Object directIndex() {
        return Rebalancer.plan(directIndex[turn()]);
    }

    @Benchmark
    public Object directIndexShares() {
        return Rebalancer.plan(directIndexShares[turn()]);
    }

    private int turn() {
        next = (next + 1) % INSTANCES;
        return next;
    }
}
