package org.driftgate.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A request to a simulated system. Header names are in lower case. */
record Request(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    <T> T json(Class<T> type) {
        return Json.read(body, type);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    String query(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        String value = query.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}
