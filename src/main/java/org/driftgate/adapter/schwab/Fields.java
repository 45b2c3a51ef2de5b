package org.driftgate.adapter.schwab;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.driftgate.shared.Side;

/** Reads fields that may be numbers, text or empty. */
final class Fields {

    private Fields() {}

    static String text(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isNull() || value.isMissingNode() ? "" : value.asText().strip();
    }

    static Optional<BigDecimal> number(JsonNode row, String field) {
        String text = text(row, field).replace(",", "");
        if (text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is not a number: %s".formatted(field, text), e);
        }
    }

    /** Account numbers come as digits, with or without a dash. */
    static String account(JsonNode row, String field) {
        return text(row, field).replace("-", "");
    }

    static Side side(JsonNode row, String field) {
        String text = text(row, field).toLowerCase(Locale.ROOT);
        if (text.startsWith("buy")) return Side.BUY;
        if (text.startsWith("sell")) return Side.SELL;
        throw new IllegalArgumentException("%s is neither buy nor sell: %s".formatted(field, text));
    }
}
