package org.driftgate.rebalancing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Milliseconds of processor time that one of our benchmarks takes; empty where it fails. */
final class ProcessorTime {

    /** With {@link PeerBenchmark#clearMemory} all memory that the C library hands out is cleared. */
    private static final Map<String, String> CLEARED = Map.of("GLIBC_TUNABLES", "glibc.malloc.tcache_count=0");

    private ProcessorTime() {}

    static OptionalDouble of(String benchmark) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\.(RebalancingBenchmark|PeerBenchmark)\\.%s$".formatted(benchmark))
                .addProfiler(CpuTime.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options)
                .run().stream()
                        .mapToDouble(result ->
                                result.getSecondaryResults().get(CpuTime.LABEL).getScore())
                        .findFirst();
    }

    /** The same run by a child process, because only its environment can make the C library clear what it hands out. */
    static OptionalDouble inClearedMemory(String benchmark) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        return PeerProcess.milliseconds(
                List.of(java, "-cp", classes, ProcessorTime.class.getName(), benchmark), CLEARED);
    }

    public static void main(String[] arguments) throws RunnerException {
        System.out.println(of(arguments[0]).orElseThrow());
    }
}
