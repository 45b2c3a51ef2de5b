package org.driftgate.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.driftgate.market.MarketCalendar;
import org.springframework.stereotype.Component;

/**
 * When somebody is reminded of a task and when its delay is escalated; used by the model by name. Times are rounded up to
 * a quarter of an hour, so that the tasks of one run come due together.
 */
@Component
public class ReviewTimes {

    private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

    private final RunSettings settings;
    private final MarketCalendar market;
    private final Clock clock;

    ReviewTimes(RunSettings settings, MarketCalendar market, Clock clock) {
        this.settings = settings;
        this.market = market;
        this.clock = clock;
    }

    public Date followUpDate() {
        return remindAt();
    }

    public Date dueDate() {
        return escalateAt();
    }

    public Date remindAt() {
        return after(settings.remindAfter());
    }

    public Date escalateAt() {
        return after(settings.escalateAfter());
    }

    /** When the client should have been told of what began now. */
    public Date noticeDueAt() {
        var calendar = market.calendar();
        LocalDate day = market.today();
        for (int passed = 0; passed < settings.noticeWithinTradingDays(); passed++) day = calendar.nextTradingDay(day);
        return Date.from(day.atTime(settings.dayEnd()).atZone(market.zone()).toInstant());
    }

    private Date after(Duration wait) {
        long seconds = clock.instant().plus(wait).getEpochSecond();
        long quarters = Math.floorDiv(seconds, QUARTER_SECONDS) + 1;
        return Date.from(Instant.ofEpochSecond(quarters * QUARTER_SECONDS));
    }
}
