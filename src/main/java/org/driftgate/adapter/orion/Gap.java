package org.driftgate.adapter.orion;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A field that must be there and is not, or does not say what it should; its message names it. */
final class Gap extends RuntimeException {

    private static final int DATE_LENGTH = 10;

    Gap(String message) {
        super(message);
    }

    static <T> T required(@Nullable T value, String what) {
        if (value == null || value instanceof String text && text.isBlank()) throw new Gap(what + " is missing");
        return value;
    }

    static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    /** Orion's dates are ISO date-times without a zone; the date counts. */
    static LocalDate date(@Nullable String value, String what) {
        String text = required(value, what);
        try {
            return LocalDate.parse(text.substring(0, Math.min(DATE_LENGTH, text.length())));
        } catch (DateTimeException e) {
            throw new Gap("%s is not a date: '%s'".formatted(what, text));
        }
    }

    static Instant instant(@Nullable String value, String what) {
        String text = required(value, what);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Gap("%s is not an instant: '%s'".formatted(what, text));
        }
    }
}
