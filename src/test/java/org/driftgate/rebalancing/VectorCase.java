package org.driftgate.rebalancing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** One published case: what is given, what must come out and how near. */
record VectorCase(
        String id, String kind, JsonNode input, JsonNode expected, JsonNode tolerance, JsonNode whole, Path folder) {

    /** The tolerance for a key: its own, the objective's, or one number for all. */
    double tolerance(String key) {
        if (tolerance.isNumber()) return tolerance.asDouble();
        if (tolerance.has(key) && tolerance.get(key).isNumber())
            return tolerance.get(key).asDouble();
        return tolerance.path("objective").asDouble(0);
    }
}
