package org.driftgate.market;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.shared.TradingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the calendar table. It is small and may change at any time, so nothing is remembered. */
@Component
class MarketDays {

    /** Fewer closed days than this are not a year's calendar yet: New Year's Day may fall on a Saturday. */
    private static final int HOLIDAYS_OF_A_YEAR = 9;

    private final JdbcClient jdbc;

    MarketDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TradingCalendar calendar() {
        List<Day> days = jdbc.sql("select day, kind from driftgate.market_day")
                .query(Day.class)
                .list();
        Map<String, Set<LocalDate>> byKind = days.stream()
                .collect(Collectors.groupingBy(Day::kind, Collectors.mapping(Day::day, Collectors.toSet())));
        Set<LocalDate> closed = byKind.getOrDefault("CLOSED", Set.of());
        List<Year> years = coveredYears(closed);
        return new TradingCalendar(
                closed,
                byKind.getOrDefault("EARLY_CLOSE", Set.of()),
                byKind.getOrDefault("BANK_HOLIDAY", Set.of()),
                years.get(0).atDay(1),
                years.get(years.size() - 1).atMonth(12).atEndOfMonth());
    }

    private static List<Year> coveredYears(Set<LocalDate> closed) {
        Map<Year, Long> holidays = closed.stream().collect(Collectors.groupingBy(Year::from, Collectors.counting()));
        List<Year> years = holidays.entrySet().stream()
                .filter(year -> year.getValue() >= HOLIDAYS_OF_A_YEAR)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (years.isEmpty()) throw new IllegalStateException("driftgate.market_day holds no full year of holidays");
        return years;
    }

    private record Day(LocalDate day, String kind) {}
}
