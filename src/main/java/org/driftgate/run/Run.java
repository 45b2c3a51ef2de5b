package org.driftgate.run;

import java.time.Instant;
import java.util.Map;
import org.driftgate.shared.RunId;
import org.jspecify.annotations.Nullable;

/** A run with its counts; the counts of all buckets add up to the households in scope. */
public record Run(
        RunId id,
        RunRequest request,
        RunState state,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String abortReason,
        Map<Bucket, Integer> counts) {

    public Run {
        counts = Map.copyOf(counts);
    }
}
