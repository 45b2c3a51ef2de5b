package org.driftgate.process.engine;

import java.time.Instant;
import java.util.Optional;

/** Answers repeating times that the engine's own cron does not know: market days, in the market's zone. */
public interface RepeatCalendar {

    /** The next occurrence strictly after that instant; empty when the text is not of this calendar. */
    Optional<Instant> next(String text, Instant after);
}
