package org.driftgate.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.driftgate.market.MarketCalendar;
import org.springframework.stereotype.Component;

/** Reads and writes moments as people of the firm do; a moment without an offset is in the firm's zone. */
@Component("firmTime")
class FirmTime {

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss", Locale.ENGLISH);

    private final MarketCalendar market;

    FirmTime(MarketCalendar market) {
        this.market = market;
    }

    ZoneId zone() {
        return market.zone();
    }

    Instant read(String field, String text) {
        try {
            return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(zone()).toInstant();
        } catch (DateTimeException e) {
            throw Answers.badField(field, "'%s' is not a time such as 2026-11-20T09:45".formatted(text));
        }
    }

    public String show(Instant moment) {
        return LONG.format(moment.atZone(zone()));
    }

    public String showShort(Instant moment) {
        return SHORT.format(moment.atZone(zone()));
    }
}
