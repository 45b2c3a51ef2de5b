package org.driftgate.adapter.orion;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.driftgate.shared.SystemFault;

/** Reads Orion's JSON: unknown fields are ignored, numbers become decimals, never doubles. */
final class OrionJson {

    private static final int MESSAGE_LENGTH = 200;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private OrionJson() {}

    static <T> List<T> list(byte[] body, Class<T> type, String what) {
        return read(body, MAPPER.getTypeFactory().constructCollectionType(List.class, type), what);
    }

    static <T> T object(byte[] body, Class<T> type, String what) {
        return read(body, MAPPER.getTypeFactory().constructType(type), what);
    }

    /** Orion's errors are an object with a message, a bare JSON string, a list, or plain text. */
    static String message(OrionHttp.Reply reply) {
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json.path("message").isTextual()) text = json.path("message").asText();
        } catch (IOException plainText) {
            return shortened(text);
        }
        return shortened(text);
    }

    private static <T> T read(byte[] body, JavaType type, String what) {
        try {
            return MAPPER.readValue(body, type);
        } catch (IOException e) {
            throw new SystemFault(
                    OrionHttp.SYSTEM,
                    what,
                    "answered something unreadable (%s). Nothing was kept; repeating it is safe."
                            .formatted(shortened(String.valueOf(e.getMessage()))),
                    e);
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= MESSAGE_LENGTH ? line : line.substring(0, MESSAGE_LENGTH) + "…";
    }
}
