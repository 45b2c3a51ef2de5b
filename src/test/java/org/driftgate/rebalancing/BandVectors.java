package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Edges and triggers of bands. */
final class BandVectors {

    private BandVectors() {}

    static void register(Map<String, BiConsumer<VectorCase, ObjectNode>> kinds) {
        kinds.put("band-edges", BandVectors::edges);
        kinds.put("band-trigger", BandVectors::trigger);
        kinds.put("relative-vs-absolute", BandVectors::deviations);
        kinds.put("band-either-or", BandVectors::eitherOr);
    }

    private static void edges(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        BigDecimal target = number(input, "target");
        BigDecimal width =
                DriftTarget.halfWidth(target, numberOrNull(input, "absBand"), numberOrNull(input, "relBand"));
        DriftTarget band = DriftTarget.around(target, width, null);
        DriftTarget stop = DriftTarget.around(target, width.multiply(share(input)), null);
        actual.put("lo", band.low()).put("hi", band.high());
        actual.put("tradeBackToLo", stop.low()).put("tradeBackToHi", stop.high());
    }

    /** How much of its band a breached class keeps, half without a word about it. */
    private static BigDecimal share(JsonNode input) {
        return input.has("tolFraction") ? number(input, "tolFraction") : new BigDecimal("0.5");
    }

    private static void trigger(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        BigDecimal target = number(input, "target");
        BigDecimal held = number(input, "actual");
        BigDecimal width =
                DriftTarget.halfWidth(target, numberOrNull(input, "absBand"), numberOrNull(input, "relBand"));
        boolean breached = DriftTarget.isBreached(held, target, width);
        actual.put("trade", breached);
        if (!input.has("portfolio")) return;
        BigDecimal portfolio = number(input, "portfolio");
        BigDecimal value = portfolio.multiply(held);
        var paper = new HouseholdOnPaper();
        paper.cost = "0";
        paper.account("IRA", false, portfolio.subtract(value).toPlainString(), "0", "0")
                .security("STOCK", "EQ");
        if (value.signum() > 0) paper.lot("IRA", "a", "STOCK", value.toPlainString(), "0");
        DriftTarget stop = DriftTarget.around(target, breached ? width.multiply(share(input)) : width, null);
        paper.assetClass("EQ", stop.low().toPlainString(), stop.high().toPlainString(), null);
        paper.policy =
                PolicyDraft.of(paper.policy).idleCashCost(BigDecimal.ZERO).done();
        Solution solution = SyntheticVectors.solve(paper.request());
        double net = solution.plan.net(solution.problem, 0) / 100;
        actual.put("sellDollars", Math.max(0, -net)).put("buyDollars", Math.max(0, net));
    }

    private static void deviations(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        BigDecimal target = number(input, "target");
        BigDecimal held = number(input, "actual");
        BigDecimal relative = DriftTarget.halfWidth(target, null, number(input, "rel"));
        BigDecimal absolute = DriftTarget.halfWidth(target, number(input, "abs"), null);
        actual.put("relTrigger", DriftTarget.isBreached(held, target, relative));
        actual.put("absTrigger", DriftTarget.isBreached(held, target, absolute));
        BigDecimal deviation = held.subtract(target);
        actual.put("relDeviation", deviation.doubleValue() / target.doubleValue());
        actual.put("absDeviation", deviation);
    }

    private static void eitherOr(VectorCase vector, ObjectNode actual) {
        var widths = actual.putArray("halfWidth");
        JsonNode input = vector.input();
        BigDecimal absolute = input.has("abs") ? number(input, "abs") : new BigDecimal("0.05");
        BigDecimal relative = input.has("rel") ? number(input, "rel") : new BigDecimal("0.25");
        for (JsonNode target : input.get("targets"))
            widths.add(DriftTarget.halfWidth(target.decimalValue(), absolute, relative));
    }

    private static @Nullable BigDecimal numberOrNull(JsonNode node, String field) {
        return node.has(field) ? number(node, field) : null;
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }
}
