package org.driftgate.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TradingCalendarTest {

    private static final LocalDate CHRISTMAS = LocalDate.parse("2026-12-25");
    private static final LocalDate HALF_DAY = LocalDate.parse("2026-12-24");
    private static final LocalDate VETERANS_DAY = LocalDate.parse("2026-11-11");
    private static final TradingCalendar CALENDAR = new TradingCalendar(
            Set.of(CHRISTMAS),
            Set.of(HALF_DAY),
            Set.of(VETERANS_DAY),
            LocalDate.parse("2026-01-01"),
            LocalDate.parse("2026-12-31"));

    @Test
    void stepsOverWeekendsAndHolidays() {
        assertThat(CALENDAR.nextTradingDay(HALF_DAY)).isEqualTo("2026-12-28");
        assertThat(CALENDAR.previousTradingDay(LocalDate.parse("2026-12-28"))).isEqualTo(HALF_DAY);
        assertThat(CALENDAR.close(HALF_DAY)).hasToString("13:00");
    }

    @Test
    void tradesOnABankHolidayButDoesNotSettle() {
        assertThat(CALENDAR.isTradingDay(VETERANS_DAY)).isTrue();
        assertThat(CALENDAR.isSettlementDay(VETERANS_DAY)).isFalse();
        assertThat(CALENDAR.settlementDate(VETERANS_DAY.minusDays(1))).isEqualTo("2026-11-12");
        assertThat(CALENDAR.settlementDate(VETERANS_DAY)).isEqualTo("2026-11-12");
    }

    @Test
    void doesNotGuessBeyondItsLastDay() {
        LocalDate last = LocalDate.parse("2026-12-31");

        assertThat(CALENDAR.isTradingDay(last)).isTrue();
        assertThatThrownBy(() -> CALENDAR.settlementDate(last))
                .hasMessageContaining("covers 2026-01-01 to 2026-12-31, not 2027-01-01");
    }
}
