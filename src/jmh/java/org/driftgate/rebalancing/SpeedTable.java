package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The table of docs/benchmarks.md: engine and peers in turns, round after round, and the median processor time of each,
 * so that what else the machine does falls on both sides of a ratio.
 */
public final class SpeedTable {

    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    /** A row: what we measure, its goal in milliseconds, the peer or none, its goal as a ratio. */
    private record Row(String work, String ours, double goal, String peer, double ratio) {}

    private static final List<Row> ROWS = List.of(
            new Row("10-lot account, OR-Tools CBC", "tenLots", 0.05, "tenLotsCbc", 0),
            new Row("10-lot account, PuLP+CBC", "tenLots", 0.05, "pulp tenLots", 500),
            new Row("100-lot account, OR-Tools CBC", "hundredLots", 0.15, "hundredLotsCbc", 0),
            new Row("100-lot account, PuLP+CBC", "hundredLots", 0.15, "pulp hundredLots", 300),
            new Row("8 x 40 x 5 fractional, CLP", "household", 1.2, "householdClp", 2),
            new Row("8 x 40 x 5 fractional, GLOP", "household", 1.2, "householdGlop", 0),
            new Row("8 x 40 x 5 fractional, ojAlgo", "household", 1.2, "householdOjalgo", 10),
            new Row("8 x 40 x 5 whole shares, SCIP stopped at 15 s", "householdShares", 2.2, "householdSharesScip", 1000),
            new Row("8 x 40 x 5 wash choice, CBC", "householdWash", 12, "householdWashCbc", 25),
            new Row("8 x 40 x 5 whole shares with tickets, reasons, greedy", "householdAnswer", 0, "", 0),
            new Row("500 x 5 fractional, CLP", "directIndex", 0.8, "directIndexClp", 15),
            new Row("500 x 5 whole shares", "directIndexShares", 10, "", 0));

    private final Map<String, List<Double>> spent = new TreeMap<>();

    private SpeedTable() {}

    public static void main(String[] arguments) throws RunnerException {
        var table = new SpeedTable();
        for (int round = 0; round < ROUNDS; round++) {
            for (String name : names()) table.measure(name);
            if (PulpPeer.isThere()) {
                table.note("pulp tenLots", PulpPeer.milliseconds(GeneratedInstance.Shape.TEN_LOTS));
                table.note("pulp hundredLots", PulpPeer.milliseconds(GeneratedInstance.Shape.HUNDRED_LOTS));
            }
        }
        ROWS.forEach(row -> System.out.println(table.line(row)));
    }

    private static List<String> names() {
        return ROWS.stream()
                .flatMap(row -> Stream.of(row.ours, row.peer))
                .filter(name -> !name.isEmpty() && !name.startsWith("pulp"))
                .distinct()
                .collect(Collectors.toList());
    }

    private void measure(String name) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\.(RebalancingBenchmark|PeerBenchmark)\\.%s$".formatted(name))
                .addProfiler(CpuTime.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        for (RunResult result : new Runner(options).run())
            note(name, result.getSecondaryResults().get(CpuTime.LABEL).getScore());
    }

    private void note(String name, double milliseconds) {
        spent.computeIfAbsent(name, key -> new ArrayList<>()).add(milliseconds);
        System.err.printf("%-24s %10.4f ms%n", name, milliseconds);
    }

    private String line(Row row) {
        String ours = "%.4f (%s)".formatted(median(row.ours), range(row.ours));
        String goal = row.goal == 0 ? "–" : "≤ " + row.goal;
        if (!spent.containsKey(row.peer)) return "| %s | %s | %s | – | – | – |".formatted(row.work, goal, ours);
        String ratio = row.ratio == 0 ? "–" : "≥ %.0f×".formatted(row.ratio);
        double times = median(row.peer) / median(row.ours);
        return "| %s | %s | %s | %.2f | %s | %.1f× |".formatted(row.work, goal, ours, median(row.peer), ratio, times);
    }

    private double median(String name) {
        List<Double> sorted = new ArrayList<>(spent.get(name));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private String range(String name) {
        return "%.4f–%.4f".formatted(Collections.min(spent.get(name)), Collections.max(spent.get(name)));
    }
}
