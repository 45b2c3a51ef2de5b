package org.driftgate.process.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** Extends the engine's cycle calendar, because timers cast to that class. */
final class MarketBusinessCalendar extends CycleBusinessCalendar {

    private final RepeatCalendar repeat;

    MarketBusinessCalendar(RepeatCalendar repeat) {
        this.repeat = repeat;
    }

    @Override
    public Date resolveDuedate(String text, @Nullable Date start, long offset) {
        Instant after = (start == null ? ClockUtil.getCurrentTime() : start).toInstant();
        return repeat.next(text, after).map(Date::from).orElseGet(() -> super.resolveDuedate(text, start, offset));
    }
}
