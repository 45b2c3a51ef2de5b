package org.driftgate.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;

/**
 * Trading days of the New York exchanges and the days on which trades settle. Weekends and the listed days are closed;
 * outside the years that the table covers every question is an error, never a guess.
 */
public record TradingCalendar(
        Set<LocalDate> closed,
        Set<LocalDate> earlyCloses,
        Set<LocalDate> bankHolidays,
        LocalDate firstDay,
        LocalDate lastDay) {

    public static final LocalTime OPEN = LocalTime.of(9, 30);
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final LocalTime EARLY_CLOSE = LocalTime.of(13, 0);
    /** SEC rule 15c6-1 as amended: T+1 for trades from this day on, T+2 before. */
    private static final LocalDate FIRST_T_PLUS_1 = LocalDate.of(2024, 5, 28);

    public TradingCalendar {
        closed = Set.copyOf(closed);
        earlyCloses = Set.copyOf(earlyCloses);
        bankHolidays = Set.copyOf(bankHolidays);
    }

    public boolean isTradingDay(LocalDate day) {
        requireCovered(day);
        return !isWeekend(day) && !closed.contains(day);
    }

    public LocalTime close(LocalDate day) {
        if (!isTradingDay(day)) throw new IllegalArgumentException(day + " is not a trading day");
        return earlyCloses.contains(day) ? EARLY_CLOSE : CLOSE;
    }

    public LocalDate nextTradingDay(LocalDate after) {
        LocalDate day = after.plusDays(1);
        while (!isTradingDay(day)) day = day.plusDays(1);
        return day;
    }

    public LocalDate previousTradingDay(LocalDate before) {
        LocalDate day = before.minusDays(1);
        while (!isTradingDay(day)) day = day.minusDays(1);
        return day;
    }

    public boolean isSettlementDay(LocalDate day) {
        return isTradingDay(day) && !bankHolidays.contains(day);
    }

    public LocalDate settlementDate(LocalDate tradeDate) {
        LocalDate day = tradeDate;
        int cycle = tradeDate.isBefore(FIRST_T_PLUS_1) ? 2 : 1;
        for (int settled = 0; settled < cycle; ) {
            day = day.plusDays(1);
            if (isSettlementDay(day)) settled++;
        }
        return day;
    }

    private void requireCovered(LocalDate day) {
        if (day.isBefore(firstDay) || day.isAfter(lastDay))
            throw new IllegalArgumentException(
                    "the trading calendar covers %s to %s, not %s; add the year to driftgate.market_day"
                            .formatted(firstDay, lastDay, day));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
