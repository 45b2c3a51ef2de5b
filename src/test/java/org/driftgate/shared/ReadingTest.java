package org.driftgate.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadingTest {

    @Test
    void asksAgainOnlyWhenTheFigureIsTooOld() {
        var now = new AtomicLong(Duration.ofDays(1).toNanos());
        var asked = new AtomicInteger();
        var reading = new Reading<>(Duration.ofSeconds(10), asked::incrementAndGet, now::get);

        assertThat(reading.get()).isEqualTo(1);
        now.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(reading.get()).isEqualTo(1);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(reading.get()).isEqualTo(2);
    }
}
