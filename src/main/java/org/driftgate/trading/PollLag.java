package org.driftgate.trading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long nobody has asked about the orders that may still be open, in business time; zero when there is none. */
@Component
class PollLag {

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Instant lastPoll;

    PollLag(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void polled() {
        lastPoll = clock.instant();
    }

    /** After a restart counted from the oldest claim, until the first poll. */
    Duration now() {
        return jdbc.sql("select min(a.claimed_at) " + CollectExecutions.OPEN)
                .query(OffsetDateTime.class)
                .optional()
                .map(oldest -> Duration.between(later(oldest.toInstant()), clock.instant()))
                .filter(lag -> !lag.isNegative())
                .orElse(Duration.ZERO);
    }

    private Instant later(Instant oldestClaim) {
        Instant polled = lastPoll;
        return polled == null || polled.isBefore(oldestClaim) ? oldestClaim : polled;
    }
}
