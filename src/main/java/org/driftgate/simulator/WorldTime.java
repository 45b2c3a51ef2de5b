package org.driftgate.simulator;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Supplier;
import org.driftgate.shared.TradingCalendar;

/** Business time of the outside world, in the market's zone. */
record WorldTime(Clock clock, ZoneId zone, Supplier<TradingCalendar> calendar) {

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return now().atZone(zone).toLocalDate();
    }

    LocalDate settlementDate(LocalDate tradeDate) {
        return calendar.get().settlementDate(tradeDate);
    }

    LocalDate previousTradingDay(LocalDate day) {
        return calendar.get().previousTradingDay(day);
    }

    boolean isMarketOpen() {
        ZonedDateTime now = now().atZone(zone);
        LocalDate day = now.toLocalDate();
        LocalTime time = now.toLocalTime();
        return calendar.get().isTradingDay(day)
                && !time.isBefore(TradingCalendar.OPEN)
                && time.isBefore(calendar.get().close(day));
    }

    /** When the last price was made: now while the market is open, otherwise its latest close. */
    Instant pricedAt() {
        if (isMarketOpen()) return now();
        ZonedDateTime now = now().atZone(zone);
        LocalDate day = now.toLocalDate();
        boolean closedToday = calendar.get().isTradingDay(day)
                && !now.toLocalTime().isBefore(calendar.get().close(day));
        LocalDate last = closedToday ? day : previousTradingDay(day);
        return last.atTime(calendar.get().close(last)).atZone(zone).toInstant();
    }
}
