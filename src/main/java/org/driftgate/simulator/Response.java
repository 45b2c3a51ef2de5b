package org.driftgate.simulator;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a simulated system answers. */
record Response(int status, String contentType, Map<String, String> headers, byte[] body) {

    static Response json(Object value) {
        return json(200, value);
    }

    static Response json(int status, Object value) {
        return new Response(status, "application/json", Map.of(), Json.write(value));
    }

    static Response message(int status, String message) {
        return json(status, Map.of("message", message));
    }

    static Response html(String page) {
        return new Response(200, "text/html; charset=utf-8", Map.of(), page.getBytes(StandardCharsets.UTF_8));
    }

    static Response empty(int status) {
        return new Response(status, "application/json", Map.of(), new byte[0]);
    }

    Response withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, Map.copyOf(more), body);
    }

    Response withContentType(String type) {
        return new Response(status, type, headers, body);
    }
}
