package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The seeded household instances, in thousands of dollars. */
final class SyntheticVectors {

    private static final double THOUSAND = 100_000;

    private SyntheticVectors() {}

    static void run(VectorCase vector, ObjectNode actual) {
        Solution solution = solve(SyntheticInstance.request(vector.input(), false));
        PlanValue value = solution.value;
        PlanValue nothing = solution.value(Plan.nothing(solution.problem));
        actual.put("noTradeObjective", (nothing.objective() - nothing.shortages) / THOUSAND);
        actual.put("optimalObjective", value.objective() / THOUSAND);
        actual.put("optimalTax", value.tax / THOUSAND);
        actual.put("gap", solution.gap() / THOUSAND);
        double benefit = nothing.objective() - nothing.shortages - value.objective();
        var limited = new Limited(solution, solution.plan, solution.bound, List.of());
        double greedy =
                solution.value(NaiveRebalancer.plan(limited, solution.drawn())).objective();
        actual.put("greedyObjective", greedy / THOUSAND);
        double wholeObjective = wholeShares(solution);
        actual.put("wholeShareBestKnown", wholeObjective / THOUSAND);
        double best = vector.expected().path("wholeShareBestKnown").asDouble(Double.MAX_VALUE) * THOUSAND;
        if (wholeObjective - best > 0.001 * benefit || wholeObjective < solution.bound || greedy < solution.bound)
            actual.putArray("broken").add("whole shares %s, greedy %s".formatted(wholeObjective, greedy));
        if (Math.abs(solution.gap()) > 1e-6 * Math.max(100, Math.max(Math.abs(value.objective()), benefit)))
            actual.putArray("broken").add("gap " + solution.gap());
    }

    /** The objective in whole shares, in cents. */
    static double wholeShares(Solution solution) {
        return solution.value(WholeShares.of(solution, solution.plan, List.of()))
                .objective();
    }

    static void runWash(VectorCase vector, ObjectNode actual) {
        JsonNode instance = read(vector);
        Solution solution = solve(SyntheticInstance.request(instance, true));
        actual.put("optimalObjective", solution.value.objective() / THOUSAND);
    }

    private static JsonNode read(VectorCase vector) {
        try {
            String name = vector.whole().get("instance").asText();
            return new ObjectMapper().readTree(vector.folder().resolve(name).toFile());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    static Solution solve(RebalancingRequest request) {
        var problem = new HouseholdProblem(request);
        return Solution.searching(problem, TaxPrices.marginal(problem.units));
    }
}
