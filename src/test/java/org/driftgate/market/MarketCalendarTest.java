package org.driftgate.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.driftgate.testing.TestClock.at;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.driftgate.shared.TradingCalendar;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.driftgate.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeatureTest
class MarketCalendarTest {

    private final MarketCalendar market;
    private final JdbcClient jdbc;
    private final TestClock clock;

    MarketCalendarTest(MarketCalendar market, JdbcClient jdbc, TestClock clock) {
        this.market = market;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @AfterEach
    void restore() {
        TestDatabase.ownerJdbc()
                .sql("delete from driftgate.market_day where name = 'test'")
                .update();
        clock.moveTo("2026-11-20T06:55");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-23, 2024-05-28, T+2 over Memorial Day",
        "2024-05-24, 2024-05-29, last day of T+2",
        "2024-05-28, 2024-05-29, first day of T+1",
        "2026-11-25, 2026-11-27, Thanksgiving",
        "2026-11-27, 2026-11-30, half-day and weekend",
        "2026-12-24, 2026-12-28, Christmas and weekend",
        "2026-12-31, 2027-01-04, New Year and weekend",
        "2026-10-09, 2026-10-13, Columbus Day is no settlement day",
        "2026-10-12, 2026-10-13, traded on Columbus Day",
        "2026-11-10, 2026-11-12, Veterans Day is no settlement day",
        "2027-03-25, 2027-03-29, Good Friday",
        "2027-12-30, 2027-12-31, ordinary",
        "2027-12-31, 2028-01-03, no New Year holiday observed",
        "2028-07-03, 2028-07-05, Independence Day"
    })
    void settles(LocalDate traded, LocalDate settled, String because) {
        assertThat(market.calendar().settlementDate(traded)).as(because).isEqualTo(settled);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-20, false", "2022-12-26, false", "2023-01-02, false", "2025-01-09, false", "2025-01-10, true",
        "2026-07-03, false", "2026-10-12, true", "2026-11-11, true", "2026-11-21, false", "2026-12-25, false",
        "2027-06-18, false", "2028-01-03, true"
    })
    void knowsTradingDays(LocalDate day, boolean trading) {
        assertThat(market.calendar().isTradingDay(day)).isEqualTo(trading);
    }

    @Test
    void hasNineToElevenHolidaysInEveryYearItCovers() {
        TradingCalendar calendar = market.calendar();

        assertThat(calendar.firstDay()).isEqualTo("2022-01-01");
        assertThat(calendar.lastDay()).isEqualTo("2028-12-31");
        for (int year = 2022; year <= 2028; year++) {
            int inYear = year;
            assertThat(calendar.closed().stream().filter(day -> day.getYear() == inYear))
                    .as("holidays of " + year)
                    .hasSizeBetween(9, 11);
        }
        assertThat(calendar.closed()).allMatch(day -> day.getDayOfWeek().getValue() <= 5);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T06:55, 2026-11-20T09:45, before the window",
        "2026-11-20T09:45, 2026-11-20T09:45, at its opening",
        "2026-11-20T12:00, 2026-11-20T12:00, inside",
        "2026-11-20T15:45, 2026-11-23T09:45, at its end on a Friday",
        "2026-11-21T12:00, 2026-11-23T09:45, on a Saturday",
        "2026-11-26T10:00, 2026-11-27T09:45, on Thanksgiving",
        "2026-11-27T12:44, 2026-11-27T12:44, late on a half-day",
        "2026-11-27T12:45, 2026-11-30T09:45, after a half-day's window",
        "2026-03-06T16:00, 2026-03-09T09:45, over the start of daylight saving",
        "2026-10-30T16:00, 2026-11-02T09:45, over its end"
    })
    void findsTheNextRelease(String from, String release, String because) {
        assertThat(market.nextRelease(at(from))).as(because).isEqualTo(at(release));
        assertThat(market.isReleaseOpen(at(release))).isTrue();
        assertThat(market.isReleaseOpen(at(from))).as(because).isEqualTo(from.equals(release));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:05, 2026-11-20T15:45", "2026-11-20T15:45, 2026-11-23T15:45",
                "2026-11-21T10:00, 2026-11-23T15:45",
        "2026-11-25T16:00, 2026-11-27T12:45", "2026-11-27T08:00, 2026-11-27T12:45", "2026-11-27T13:00, 2026-11-30T15:45"
    })
    void letsAnApprovalLiveUntilTheEndOfAWindow(String decided, String expires) {
        assertThat(market.approvalExpiry(at(decided))).isEqualTo(at(expires));
    }

    @Test
    void keepsTheLocalTimeOverDaylightSaving() {
        assertThat(market.nextRelease(at("2026-10-30T16:00"))).hasToString("2026-11-02T14:45:00Z");
        assertThat(market.nextRelease(at("2026-03-06T16:00"))).hasToString("2026-03-09T13:45:00Z");
    }

    @Test
    void closesEarlyOnHalfDays() {
        TradingCalendar calendar = market.calendar();

        assertThat(calendar.close(LocalDate.parse("2026-11-27"))).isEqualTo(LocalTime.of(13, 0));
        assertThat(calendar.close(LocalDate.parse("2026-11-30"))).isEqualTo(LocalTime.of(16, 0));
        assertThatThrownBy(() -> calendar.close(LocalDate.parse("2026-11-26")))
                .hasMessage("2026-11-26 is not a trading day");
    }

    @Test
    void refusesToGuessOutsideItsYears() {
        assertThatThrownBy(() -> market.calendar().isTradingDay(LocalDate.parse("2029-01-02")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("covers 2022-01-01 to 2028-12-31, not 2029-01-02")
                .hasMessageContaining("driftgate.market_day");
    }

    @Test
    void learnsOfAnUnscheduledClosureAtRunTime() {
        jdbc.sql("insert into driftgate.market_day (day, kind, name) values ('2026-11-20', 'CLOSED', 'test')")
                .update();

        assertThat(market.nextRelease(at("2026-11-20T08:00"))).isEqualTo(at("2026-11-23T09:45"));
    }

    @Test
    void doesNotTakeASingleDayForAYear() {
        jdbc.sql("insert into driftgate.market_day (day, kind, name) values ('2029-01-09', 'CLOSED', 'test')")
                .update();

        assertThat(market.calendar().lastDay()).isEqualTo("2028-12-31");
    }

    @Test
    void tellsTheDayInTheZoneOfTheMarket() {
        clock.moveTo("2026-11-20T23:30");

        assertThat(market.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(market.today()).isEqualTo("2026-11-20");
    }
}
