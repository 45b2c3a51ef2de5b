package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.driftgate.shared.TradingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingPhraseTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final TradingCalendar CALENDAR = new TradingCalendar(
            Set.of(LocalDate.of(2026, 11, 26), LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 18)),
            Set.of(LocalDate.of(2026, 11, 27)),
            Set.of(),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2027, 12, 31));

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T06:59, 2026-11-20T12:00:00Z", // the same morning
        "2026-11-20T07:00, 2026-11-23T12:00:00Z", // never the same instant again; over the weekend
        "2026-11-25T07:00, 2026-11-27T12:00:00Z", // over Thanksgiving
        "2026-12-31T07:00, 2027-01-04T12:00:00Z", // over New Year
        "2027-03-12T07:00, 2027-03-15T11:00:00Z", // into summer time
        "2027-11-05T07:00, 2027-11-08T12:00:00Z", // out of summer time
    })
    void comesEveryTradingDayAtTheSameLocalTime(String after, String expected) {
        assertThat(next("trading days at 07:00", after).toInstant()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T07:00, 2026-11-23T07:00",
        "2026-11-23T07:00, 2026-11-30T07:00",
        "2027-01-11T08:00, 2027-01-19T07:00", // Martin Luther King Day moves it to Tuesday
        "2027-01-18T09:00, 2027-01-19T07:00",
    })
    void comesOnceAWeekAndMovesWithAHoliday(String after, String expected) {
        assertThat(next("Mondays at 07:00", after).toLocalDateTime()).isEqualTo(LocalDateTime.parse(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T07:00, 2026-11-20T09:45",
        "2026-11-20T09:45, 2026-11-20T09:50",
        "2026-11-20T09:47, 2026-11-20T09:50",
        "2026-11-20T16:25, 2026-11-20T16:30",
        "2026-11-20T16:30, 2026-11-23T09:45",
        "2026-11-25T17:00, 2026-11-27T09:45", // over Thanksgiving
        "2026-11-27T13:25, 2026-11-27T13:30", // half-day: last poll at half past one
        "2026-11-27T13:30, 2026-11-30T09:45",
        "2026-11-21T10:00, 2026-11-23T09:45",
    })
    void pollsUntilHalfAnHourAfterTheClose(String after, String expected) {
        String phrase = "trading days every PT5M from 09:45 until close plus PT30M";

        assertThat(next(phrase, after).toLocalDateTime()).isEqualTo(LocalDateTime.parse(expected));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThatThrownBy(() -> TradingPhrase.parse("every day at noon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trading days at 07:00");
        assertThatThrownBy(() -> TradingPhrase.parse("trading days every PT1S from 09:45 until close plus PT30M"))
                .hasMessageContaining("less than a minute");
        assertThat(TradingPhrase.isPhrase("R3/PT10H")).isFalse();
    }

    @Test
    void failsLoudlyWhereTheCalendarEnds() {
        assertThatThrownBy(() -> next("trading days at 07:00", "2027-12-31T08:00"))
                .hasMessageContaining("add the year to driftgate.market_day");
    }

    private static ZonedDateTime next(String phrase, String after) {
        return TradingPhrase.parse(phrase).next(LocalDateTime.parse(after).atZone(NEW_YORK), CALENDAR);
    }
}
