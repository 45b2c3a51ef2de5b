package org.driftgate.process.engine;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's own clock, which is global to the JVM. It keeps running; only its offset to real time changes. */
public final class EngineTime {

    private EngineTime() {}

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    public static void offset(Duration offset) {
        ClockUtil.offset(offset.toMillis());
    }

    public static void reset() {
        ClockUtil.reset();
    }
}
