package org.driftgate.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a move of the demo clock did: where it came from and ended, what fired on the way, and how long it took really. */
public record MovedClock(Instant from, Instant now, List<Fired> fired, Duration took) {

    /** Timers that came due at one time, by process and element. */
    public record Fired(Instant at, String process, String element, int timers) {}

    public MovedClock {
        fired = List.copyOf(fired);
    }
}
