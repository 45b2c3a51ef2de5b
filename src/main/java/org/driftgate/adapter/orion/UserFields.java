package org.driftgate.adapter.orion;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.shared.SystemFault;
import org.jspecify.annotations.Nullable;

/** The user-defined fields of one Orion record, which carry what Orion has no public field for (assumed names). */
final class UserFields {

    private final String owner;
    private final Map<String, String> values = new HashMap<>();

    UserFields(String owner, @Nullable List<Wire.UserDefined> fields) {
        this.owner = owner;
        if (fields == null) return;
        for (Wire.UserDefined field : fields)
            if (field.name() != null && field.value() != null) values.put(field.name(), field.value());
    }

    String text(String name) {
        return Gap.required(values.get(name), "user-defined field %s of %s".formatted(name, owner));
    }

    @Nullable String textOrNull(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** A list kept as JSON text; none when the field is absent. */
    <T> List<T> list(String name, Class<T> type) {
        String json = textOrNull(name);
        if (json == null) return List.of();
        try {
            return OrionJson.list(json.getBytes(StandardCharsets.UTF_8), type, name);
        } catch (SystemFault unreadable) {
            throw new Gap("user-defined field %s of %s is not a JSON list".formatted(name, owner));
        }
    }
}
