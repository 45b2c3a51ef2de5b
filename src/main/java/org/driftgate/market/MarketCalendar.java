package org.driftgate.market;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.driftgate.shared.TradingCalendar;
import org.springframework.stereotype.Component;

/** The firm's market times: the calendar from {@code driftgate.market_day}, the zone and the release window from settings. */
@Component
public class MarketCalendar {

    /** The last release of a day keeps this distance from the close, on half-days too. */
    private static final Duration BEFORE_CLOSE = Duration.ofMinutes(15);

    private final MarketDays days;
    private final MarketSettings settings;
    private final Clock clock;

    MarketCalendar(MarketDays days, MarketSettings settings, Clock clock) {
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    /** The calendar as its table stands now. */
    public TradingCalendar calendar() {
        return days.calendar();
    }

    /** Market and firm time zone, New York by default. */
    public ZoneId zone() {
        return settings.zone();
    }

    /** The business day now. */
    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /** Now when a release window is open, otherwise the opening of the next one (09:45 by default). */
    public Instant nextRelease(Instant from) {
        var calendar = calendar();
        if (isOpen(calendar, from)) return from;
        LocalDate day = firstTradingDay(calendar, from);
        Instant opening = at(day, settings.releaseFrom());
        return opening.isBefore(from) ? at(calendar.nextTradingDay(day), settings.releaseFrom()) : opening;
    }

    public boolean isReleaseOpen(Instant at) {
        return isOpen(calendar(), at);
    }

    /** The end of the first release window that ends after that instant: an approval lives until then. */
    public Instant approvalExpiry(Instant decidedAt) {
        var calendar = calendar();
        LocalDate day = firstTradingDay(calendar, decidedAt);
        Instant end = windowEnd(calendar, day);
        return end.isAfter(decidedAt) ? end : windowEnd(calendar, calendar.nextTradingDay(day));
    }

    private boolean isOpen(TradingCalendar calendar, Instant at) {
        LocalDate day = dayOf(at);
        return calendar.isTradingDay(day)
                && !at.isBefore(at(day, settings.releaseFrom()))
                && at.isBefore(windowEnd(calendar, day));
    }

    private LocalDate firstTradingDay(TradingCalendar calendar, Instant from) {
        LocalDate day = dayOf(from);
        return calendar.isTradingDay(day) ? day : calendar.nextTradingDay(day);
    }

    private Instant windowEnd(TradingCalendar calendar, LocalDate day) {
        LocalTime last = calendar.close(day).minus(BEFORE_CLOSE);
        return at(day, last.isBefore(settings.releaseTo()) ? last : settings.releaseTo());
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, settings.zone());
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(settings.zone()).toInstant();
    }
}
