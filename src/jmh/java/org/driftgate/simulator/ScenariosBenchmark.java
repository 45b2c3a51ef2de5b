package org.driftgate.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.driftgate.adapter.book.BookFolder;
import org.driftgate.adapter.book.BookWriter;
import org.driftgate.adapter.book.HouseholdBook;
import org.driftgate.household.Household;
import org.driftgate.rebalancing.household.PolicyAnswer;
import org.driftgate.rebalancing.household.PolicyReader;
import org.driftgate.rebalancing.household.ProposalPolicy;
import org.driftgate.rebalancing.household.ProposeHousehold;
import org.driftgate.rebalancing.household.ProposedHousehold;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scenarios a second: the household of the demo firm with most lots under twenty policies, as {@code POST /api/scenarios}
 * runs them, without reading the snapshot and writing the answer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ScenariosBenchmark {

    private static final int SCENARIOS = 20;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 19);

    private final List<ProposalPolicy> policies = new ArrayList<>();
    private HouseholdBook book;
    private Household household;

    @Setup
    public void read() throws IOException {
        Path folder = Files.createTempDirectory("scenarios");
        new BookWriter(folder).write(DemoFirm.asOf(DAY).book());
        book = ((BookFolder.Opening.Opened) new BookFolder(folder).open()).book();
        for (int scenario = 0; scenario < SCENARIOS; scenario++) policies.add(policy(scenario));
        for (int index = 0; index < book.households(); index++) choose(book.household(index));
    }

    private void choose(Household next) {
        boolean trades = propose(policies.get(0), next).status() == ProposedHousehold.Status.OK;
        if (trades && (household == null || lots(next) > lots(household))) household = next;
    }

    private static long lots(Household household) {
        return household.accounts().stream()
                .flatMap(account -> account.positions().stream())
                .mapToLong(position -> position.lots().size())
                .sum();
    }

    /** Five prices of drift, two stops, with and without the gains budget. */
    private static ProposalPolicy policy(int scenario) {
        var keys = Map.of(
                "drift",
                Map.of("price", 0.05 * (1 + scenario % 5), "stop", scenario % 2 == 0 ? "HALF" : "TARGET"),
                "tax",
                Map.of("gain-budget", scenario % 4 < 2 ? "NET" : "OFF"));
        return ((PolicyAnswer.Accepted) PolicyReader.read("scenario " + scenario, keys)).policy();
    }

    private ProposedHousehold propose(ProposalPolicy policy, Household of) {
        return new ProposeHousehold(policy, book.market(), DAY).propose(of);
    }

    @Benchmark
    @OperationsPerInvocation(SCENARIOS)
    public List<ProposedHousehold> scenarios() {
        return policies.stream().map(policy -> propose(policy, household)).toList();
    }
}
