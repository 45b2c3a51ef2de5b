package org.driftgate.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object in the making, in the order of its fields; a null field is left out as vendors do. */
final class Fields {

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Fields with(String name, @Nullable Object value) {
        return new Fields().and(name, value);
    }

    Fields and(String name, @Nullable Object value) {
        if (value != null) values.put(name, value);
        return this;
    }

    Map<String, Object> map() {
        return values;
    }

    /** User-defined fields as Orion expands them (assumed shape): a list of name and value, values always text. */
    List<Map<String, Object>> asUserDefined() {
        List<Map<String, Object>> fields = new ArrayList<>();
        values.forEach((name, value) ->
                fields.add(Fields.with("name", name).and("value", text(value)).map()));
        return fields;
    }

    private static String text(Object value) {
        if (value instanceof List || value instanceof Map) return new String(Json.write(value), StandardCharsets.UTF_8);
        return value.toString();
    }
}
