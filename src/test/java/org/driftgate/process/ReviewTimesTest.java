package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.driftgate.market.MarketCalendar;
import org.driftgate.testing.FeatureTest;
import org.driftgate.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@FeatureTest
class ReviewTimesTest {

    private final TestClock clock;
    private final ReviewTimes times;

    ReviewTimesTest(MarketCalendar market, TestClock clock) {
        this.clock = clock;
        var settings =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("driftgate.run", RunSettings.class);
        times = new ReviewTimes(settings, market, clock);
    }

    @AfterEach
    void restoreClock() {
        clock.moveTo("2026-11-20T06:55");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T07:00, 2026-11-20T18:00", // four trading days
        "2026-11-20T07:00, 2026-11-27T18:00", // over a weekend and Thanksgiving
        "2026-11-21T10:00, 2026-11-27T18:00", // a run on a Saturday
    })
    void expectsTheNoticeAtTheEndOfTheFourthTradingDay(String opened, String due) {
        clock.moveTo(opened);

        assertThat(times.noticeDueAt()).isEqualTo(java.util.Date.from(TestClock.at(due)));
    }
}
