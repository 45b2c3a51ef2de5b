package org.driftgate.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An approval that the person who looks may take back; before {@code until} nothing of it is sent. */
record UndoOffer(
        int version,
        String tradeHash,
        String approvedBy,
        @Nullable Instant until) {}
