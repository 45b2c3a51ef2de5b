package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.BiConsumer;

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
        BigDecimal width = DriftTarget.halfWidth(target, null, number(input, "relBand"));
        DriftTarget band = DriftTarget.around(target, width, true, DriftTarget.Stop.EDGE, null);
        DriftTarget stop = DriftTarget.around(target, width, true, stop(number(input, "tolFraction")), null);
        actual.put("lo", band.low()).put("hi", band.high());
        actual.put("tradeBackToLo", stop.low()).put("tradeBackToHi", stop.high());
    }

    private static DriftTarget.Stop stop(BigDecimal share) {
        if (share.compareTo(new BigDecimal("0.5")) == 0) return DriftTarget.Stop.HALF;
        return share.signum() == 0 ? DriftTarget.Stop.TARGET : DriftTarget.Stop.EDGE;
    }

    private static void trigger(VectorCase vector, ObjectNode actual) {
        JsonNode input = vector.input();
        BigDecimal target = number(input, "target");
        BigDecimal held = number(input, "actual");
        BigDecimal width = DriftTarget.halfWidth(target, null, number(input, "relBand"));
        boolean breached = DriftTarget.isBreached(held, target, width);
        actual.put("trade", breached);
        if (!vector.expected().has("sellDollars")) return;
        var paper = new HouseholdOnPaper();
        paper.cost = "0";
        BigDecimal portfolio = number(input, "portfolio");
        BigDecimal rest = portfolio.subtract(portfolio.multiply(held));
        paper.account("IRA", false, rest.toPlainString(), "0", "0")
                .lot("IRA", "a", "STOCK", portfolio.multiply(held).toPlainString(), "0")
                .security("STOCK", "EQ");
        DriftTarget stop = DriftTarget.around(target, width, breached, DriftTarget.Stop.HALF, null);
        paper.assetClass("EQ", stop.low().toPlainString(), stop.high().toPlainString(), null);
        paper.policy =
                PolicyDraft.of(paper.policy).idleCashCost(BigDecimal.ZERO).done();
        Solution solution = SyntheticVectors.solve(paper.request());
        actual.put("sellDollars", solution.plan.sold[0] / 100);
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
        vector.input()
                .get("targets")
                .forEach(target -> widths.add(
                        DriftTarget.halfWidth(target.decimalValue(), new BigDecimal("0.05"), new BigDecimal("0.25"))));
    }

    private static BigDecimal number(JsonNode node, String field) {
        return node.get(field).decimalValue();
    }
}
