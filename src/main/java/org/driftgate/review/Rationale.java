package org.driftgate.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision was taken: the threshold that opened the case, the reason of the proposal, the decider's comment; the
 * session when it was one of several in one sitting.
 */
record Rationale(
        String threshold,
        String proposalReason,
        String comment,
        @Nullable UUID session) {}
