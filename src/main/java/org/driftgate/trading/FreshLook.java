package org.driftgate.trading;

import java.time.Instant;
import java.util.List;
import org.driftgate.review.Consequences;
import org.jspecify.annotations.Nullable;

/**
 * What the portfolio source said before a release and every reason not to send. {@code pricesAt} is the time of the oldest
 * price that a line still to be sent rests on; without consequences the rules were not run as a whole.
 */
record FreshLook(
        List<String> reasons,
        String origin,
        String sourceHash,
        Instant askedAt,
        Instant pricesAt,
        @Nullable Consequences consequences) {

    FreshLook {
        reasons = List.copyOf(reasons);
    }

    boolean isReady() {
        return reasons.isEmpty();
    }
}
