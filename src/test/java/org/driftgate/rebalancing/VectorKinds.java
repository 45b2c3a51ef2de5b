package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Which code answers which kind of case. */
final class VectorKinds {

    private static final Map<String, BiConsumer<VectorCase, ObjectNode>> KINDS = new TreeMap<>();

    static {
        KINDS.put("optimisation", OptimisationVectors::run);
        KINDS.put("synthetic", SyntheticVectors::run);
        KINDS.put("synthetic-wash", SyntheticVectors::runWash);
        BandVectors.register(KINDS);
        HarvestVectors.register(KINDS);
        PeerVectors.register(KINDS);
        LocationVectors.register(KINDS);
        TaxVectors.register(KINDS);
        WashVectors.register(KINDS);
    }

    /** Lists that only name what belongs to them, in any order. */
    private static final Set<String> NAMES =
            Set.of("taxableHolds", "harvest", "notHarvested", "noTrade", "candidates", "harvestLots", "mayBeTakenFrom");

    private VectorKinds() {}

    /** Fills in the actual values and names the keys that differ from the expected ones. */
    static List<String> run(VectorCase vector, ObjectNode actual) {
        BiConsumer<VectorCase, ObjectNode> code = KINDS.get(vector.kind());
        if (code == null) throw new UnsupportedOperationException(vector.kind());
        code.accept(vector, actual);
        List<String> wrong = new ArrayList<>();
        vector.expected().fields().forEachRemaining(field -> {
            JsonNode got = actual.get(field.getKey());
            if (isExample(vector, field.getKey())) return;
            if (NAMES.contains(field.getKey()) && areSameNames(field.getValue(), got)) return;
            if (!isLike(field.getValue(), got, vector.tolerance(field.getKey())))
                wrong.add("%s: %s instead of %s".formatted(field.getKey(), got, field.getValue()));
        });
        if (actual.has("broken")) actual.get("broken").forEach(property -> wrong.add(property.asText()));
        return wrong;
    }

    /** Several optima exist: trades and end cash of a case are one of them, a greedy answer is only a yardstick. */
    private static boolean isExample(VectorCase vector, String key) {
        if (vector.kind().equals("optimisation")) return key.equals("exampleTrades") || key.equals("endCash");
        return key.equals("wholeShareBestKnown") || key.equals("greedyObjective");
    }

    private static boolean areSameNames(JsonNode expected, JsonNode got) {
        if (!expected.isArray() || got == null || !got.isArray() || expected.size() != got.size()) return false;
        Set<JsonNode> names = new HashSet<>();
        got.forEach(names::add);
        for (JsonNode name : expected) if (!names.contains(name)) return false;
        return true;
    }

    private static boolean isLike(JsonNode expected, JsonNode got, double tolerance) {
        if (expected.isNull())
            return got == null || got.isNull() || got.asText("-").isEmpty();
        if (got == null) return false;
        if (expected.isNumber())
            return got.isNumber() && Math.abs(expected.asDouble() - got.asDouble()) <= tolerance + 1e-9;
        if (expected.isArray()) return areAllLike(expected, got, tolerance);
        if (!expected.isObject()) return expected.equals(got);
        if (expected.size() != got.size()) return false;
        for (var field : expected.properties())
            if (!isLike(field.getValue(), got.get(field.getKey()), tolerance)) return false;
        return true;
    }

    private static boolean areAllLike(JsonNode expected, JsonNode got, double tolerance) {
        if (!got.isArray() || got.size() != expected.size()) return false;
        for (int index = 0; index < expected.size(); index++)
            if (!isLike(expected.get(index), got.get(index), tolerance)) return false;
        return true;
    }
}
