package org.driftgate.rebalancing;

import java.util.concurrent.TimeUnit;
import org.driftgate.rebalancing.GeneratedInstance.Shape;
import org.driftgate.rebalancing.SyntheticProgram.Kind;
import org.driftgate.rebalancing.SyntheticProgram.Outcome;
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
 * The same instances as {@link RebalancingBenchmark} as linear and mixed-integer programs: model built and solved anew
 * each time, instance already read.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class PeerBenchmark {

    private static final double LIMIT = 15;

    private final SyntheticProgram[] tenLots = programs(Shape.TEN_LOTS);
    private final SyntheticProgram[] hundredLots = programs(Shape.HUNDRED_LOTS);
    private final SyntheticProgram[] household = programs(Shape.HOUSEHOLD);
    private final SyntheticProgram[] directIndex = programs(Shape.DIRECT_INDEX);
    private int next;

    private static SyntheticProgram[] programs(Shape shape) {
        var programs = new SyntheticProgram[RebalancingBenchmark.INSTANCES];
        for (int index = 0; index < programs.length; index++)
            programs[index] =
                    new SyntheticProgram(GeneratedInstance.of(shape, RebalancingBenchmark.FIRST_SEED + index));
        return programs;
    }

    @Benchmark
    public Object tenLotsCbc() {
        return proven(tenLots[turn()], "CBC", Kind.FRACTIONAL);
    }

    @Benchmark
    public Object hundredLotsCbc() {
        return proven(hundredLots[turn()], "CBC", Kind.FRACTIONAL);
    }

    @Benchmark
    public Object householdClp() {
        return proven(household[turn()], "CLP", Kind.FRACTIONAL);
    }

    @Benchmark
    public Object householdGlop() {
        return proven(household[turn()], "GLOP", Kind.FRACTIONAL);
    }

    @Benchmark
    public Object householdOjalgo() {
        return OjalgoProgram.solve(household[turn()]);
    }

    /** Stopped after 15 seconds where it is not proven. */
    @Benchmark
    @Warmup(iterations = 0)
    @Measurement(iterations = 1, time = 15)
    public Object householdSharesScip() {
        return household[turn()].solve("SCIP", Kind.WHOLE, LIMIT);
    }

    @Benchmark
    @Measurement(iterations = 3, time = 3)
    public Object householdWashCbc() {
        return proven(household[turn()], "CBC", Kind.WASH);
    }

    @Benchmark
    public Object directIndexClp() {
        return proven(directIndex[turn()], "CLP", Kind.FRACTIONAL);
    }

    private static Outcome proven(SyntheticProgram program, String solver, Kind kind) {
        Outcome outcome = program.solve(solver, kind, 60);
        if (outcome.proven()) return outcome;
        throw new IllegalStateException("%s proves nothing".formatted(solver));
    }

    private int turn() {
        next = (next + 1) % RebalancingBenchmark.INSTANCES;
        return next;
    }
}
