package org.driftgate.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.driftgate.drift.DriftReport.Contributor;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.springframework.stereotype.Component;

/** Contributors as they are stored: a list of symbol and drift, in order. */
@Component
class ContributorJson {

    private static final TypeReference<List<Map<String, String>>> STORED = new TypeReference<>() {};

    private final ObjectMapper json;

    ContributorJson(ObjectMapper json) {
        this.json = json;
    }

    String write(List<Contributor> contributors) {
        List<Map<String, String>> stored = contributors.stream()
                .map(contributor -> Map.of(
                        "symbol", contributor.symbol().value(),
                        "drift", contributor.drift().value().toPlainString()))
                .toList();
        try {
            return json.writeValueAsString(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("contributors cannot be written: " + contributors, e);
        }
    }

    List<Contributor> read(String stored) {
        try {
            return json.readValue(stored, STORED).stream()
                    .map(entry -> new Contributor(new Symbol(value(entry, "symbol")), Weight.of(value(entry, "drift"))))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored contributors are not JSON: " + stored, e);
        }
    }

    private static String value(Map<String, String> entry, String key) {
        String value = entry.get(key);
        if (value == null) throw new IllegalStateException("a stored contributor has no " + key + ": " + entry);
        return value;
    }
}
