package org.driftgate.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it; starts on Friday 2026-11-20 at 06:55 in New York. */
public final class TestClock extends Clock {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private volatile Instant now = at("2026-11-20T06:55");

    public static Instant at(String newYorkTime) {
        return LocalDateTime.parse(newYorkTime).atZone(NEW_YORK).toInstant();
    }

    public void moveTo(String newYorkTime) {
        now = at(newYorkTime);
    }

    public void moveBy(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
