package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Where the classes of a household lie best. */
final class LocationVectors {

    /** In cents; less is what lots rounded to cents leave. */
    private static final double DOLLAR = 100;

    private LocationVectors() {}

    static void register(Map<String, BiConsumer<VectorCase, ObjectNode>> kinds) {
        kinds.put("location-swap", LocationVectors::swap);
        kinds.put("location", LocationVectors::purchase);
    }

    private static void swap(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        BigDecimal each = input.get("each").decimalValue();
        BigDecimal taxable = input.get("taxable").decimalValue();
        BigDecimal total = taxable.add(input.get("ira").decimalValue());
        var paper = paper(input.get("taxCost"), "taxable", "ira");
        Map<String, BigDecimal> targets = new HashMap<>();
        input.get("taxCost").fieldNames().forEachRemaining(fund -> {
            BigDecimal inTaxable = each.multiply(taxable).divide(total, MathContext.DECIMAL64);
            BigDecimal inIra = each.subtract(inTaxable);
            if (inTaxable.signum() > 0) paper.lot("taxable", "t" + fund, fund, inTaxable.toPlainString(), "0");
            if (inIra.signum() > 0) paper.lot("ira", "i" + fund, fund, inIra.toPlainString(), "0");
            targets.put(fund, each);
        });
        Solution solution = solved(paper, targets, total);
        double before = solution.value(Plan.nothing(solution.problem)).location / 100;
        double after = solution.value.location / 100;
        actual.put("proRata", before).put("optimal", after).put("saving", before - after);
        var holds = actual.putArray("taxableHolds");
        input.get("taxCost").fieldNames().forEachRemaining(fund -> {
            if (held(solution, "taxable", fund) > DOLLAR) holds.add(fund);
        });
    }

    private static void purchase(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        var paper = new HouseholdOnPaper();
        BigDecimal total = BigDecimal.ZERO;
        paper.cost = "0";
        for (var account : input.get("accounts").properties()) {
            boolean taxable = isTaxable(account.getKey());
            paper.account(
                    account.getKey(),
                    taxable,
                    account.getValue().asText(),
                    "0",
                    "0",
                    taxable ? numbers(input.get("drag")) : Map.of());
            total = total.add(account.getValue().decimalValue());
        }
        Solution solution = solved(paper, numbers(input.get("targets")), total);
        actual.put("optimalDrag", solution.value.location / 100);
        ObjectNode holds = actual.putObject("taxableHolds");
        input.get("targets").fieldNames().forEachRemaining(fund -> {
            double held = 0;
            for (var account : input.get("accounts").properties())
                if (isTaxable(account.getKey())) held += held(solution, account.getKey(), fund);
            if (held > DOLLAR) holds.put(fund, held / 100);
        });
    }

    private static boolean isTaxable(String account) {
        return !WashVectors.isRetirement(account);
    }

    private static HouseholdOnPaper paper(JsonNode drag, String taxable, String other) {
        var paper = new HouseholdOnPaper();
        paper.cost = "0";
        return paper.account(taxable, true, "0", "0", "0", numbers(drag)).account(other, false, "0", "0", "0");
    }

    private static Solution solved(HouseholdOnPaper paper, Map<String, BigDecimal> targets, BigDecimal total) {
        paper.policy =
                PolicyDraft.of(paper.policy).idleCashCost(BigDecimal.ZERO).done();
        targets.forEach((fund, dollars) -> {
            String weight = dollars.divide(total, MathContext.DECIMAL64).toPlainString();
            paper.security(fund, fund).assetClass(fund, weight, weight, null);
        });
        return SyntheticVectors.solve(paper.request());
    }

    private static double held(Solution solution, String account, String fund) {
        HouseholdProblem problem = solution.problem;
        for (int position = 0; position < problem.positions.count; position++) {
            boolean here = problem.accounts
                            .get(problem.positions.account[position])
                            .id()
                            .equals(account)
                    && problem.securities
                            .get(problem.positions.security[position])
                            .symbol()
                            .equals(fund);
            if (here) return problem.held(position) + solution.plan.net(problem, position);
        }
        return 0;
    }

    private static Map<String, BigDecimal> numbers(JsonNode object) {
        Map<String, BigDecimal> numbers = new HashMap<>();
        for (var field : object.properties())
            numbers.put(field.getKey(), field.getValue().decimalValue());
        return numbers;
    }
}
