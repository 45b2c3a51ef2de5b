package org.driftgate.trading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.driftgate.market.MarketCalendar;
import org.springframework.stereotype.Component;

/** Whether every order of a day must be over: some time after its close. */
@Component
class DayEnd {

    private final MarketCalendar market;
    private final TradingSettings settings;
    private final Clock clock;

    DayEnd(MarketCalendar market, TradingSettings settings, Clock clock) {
        this.market = market;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isOver(LocalDate day) {
        Instant close =
                day.atTime(market.calendar().close(day)).atZone(market.zone()).toInstant();
        return clock.instant().isAfter(close.plus(settings.overAfterClose()));
    }

    boolean isOver(OrderFact.Claimed claim) {
        return isOver(dayOf(claim));
    }

    LocalDate dayOf(OrderFact.Claimed claim) {
        return claim.at().atZone(market.zone()).toLocalDate();
    }
}
