package org.driftgate.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import org.driftgate.market.MarketCalendar;
import org.driftgate.shared.TradingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The firm's times of runs and polls; the start timers of the model ask it for their phrases by name. */
@Component
public class RunSchedule {

    private final RunSettings settings;
    private final MarketCalendar market;
    private final Clock clock;

    RunSchedule(RunSettings settings, MarketCalendar market, Clock clock) {
        this.settings = settings;
        this.market = market;
        this.clock = clock;
    }

    public String phrase() {
        return TradingPhrase.parse(settings.schedule()).text();
    }

    public String pollingPhrase() {
        return TradingPhrase.parse(settings.polling()).text();
    }

    /** Why a scheduled run must not start now, for example because a node was down at the run time. */
    Optional<String> objection() {
        ZonedDateTime now = now();
        if (!market.calendar().isTradingDay(now.toLocalDate()))
            return Optional.of("%s is not a trading day".formatted(now.toLocalDate()));
        if (now.toLocalTime().isAfter(settings.latestStart()))
            return Optional.of("it is %s, later than %s".formatted(now.toLocalTime(), settings.latestStart()));
        return Optional.empty();
    }

    /** The end of the day on which a run started; a run of the evening lasts until the end of the next trading day. */
    boolean dayIsOver(Instant startedAt) {
        LocalDate day = startedAt.atZone(market.zone()).toLocalDate();
        Instant end = at(day, settings.dayEnd());
        if (!end.isAfter(startedAt)) end = at(market.calendar().nextTradingDay(day), settings.dayEnd());
        return !clock.instant().isBefore(end);
    }

    /** Whether no further poll comes today. */
    boolean pollingIsOver() {
        TradingCalendar calendar = market.calendar();
        ZonedDateTime next = TradingPhrase.parse(settings.polling()).next(now(), calendar);
        return !next.toLocalDate().equals(now().toLocalDate());
    }

    /** The morning of the day until which a proposal is held; without a day, the next trading day's. */
    Date holdEnd(@Nullable LocalDate until) {
        LocalDate day = until == null ? market.calendar().nextTradingDay(market.today()) : until;
        return Date.from(at(day, TradingPhrase.parse(settings.schedule()).firstTime()));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(market.zone()).toInstant();
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(market.zone());
    }
}
