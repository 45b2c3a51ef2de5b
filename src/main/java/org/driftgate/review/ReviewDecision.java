package org.driftgate.review;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.VersionId;
import org.jspecify.annotations.Nullable;

/** What a reviewer decided, bound to the version and hash that were on the screen; {@code session} joins those of one sitting. */
public record ReviewDecision(
        int version,
        String tradeHash,
        Kind kind,
        @Nullable LocalDate holdUntil,
        List<LineDecision> lines,
        String reason,
        @Nullable UUID session) {

    public enum Kind {
        APPROVE,
        APPROVE_WITH_CHANGES,
        DECLINE,
        ASK_ADVISER,
        HOLD
    }

    public enum Action {
        KEEP,
        EXCLUDE,
        CHANGE
    }

    public record LineDecision(
            int line,
            Action action,
            @Nullable Quantity quantity,
            @Nullable String reason) {}

    public ReviewDecision {
        lines = List.copyOf(lines);
    }

    /** A decision of its own. */
    public ReviewDecision(
            int version,
            String tradeHash,
            Kind kind,
            @Nullable LocalDate holdUntil,
            List<LineDecision> lines,
            String reason) {
        this(version, tradeHash, kind, holdUntil, lines, reason, null);
    }

    public ReviewDecision inSession(UUID joined) {
        return new ReviewDecision(version, tradeHash, kind, holdUntil, lines, reason, joined);
    }

    /** What became of a decision. */
    public sealed interface Outcome {

        /** Recorded: the version that stands now and where the case goes. */
        record Recorded(Route route, VersionId version) implements Outcome {}

        /** The version on the screen is not the current one; says what moved. */
        record Moved(List<String> changes) implements Outcome {}

        /** Refused by a rule; each problem names account or line and the shortfall. Nothing was recorded. */
        record Refused(List<String> problems) implements Outcome {}
    }

    /** APPROVED: a verdict stands. SECOND_REVIEWER: a change needs another person; the task stays in the queue. */
    public enum Route {
        APPROVED,
        DECLINED,
        HELD,
        WITH_ADVISER,
        SECOND_REVIEWER
    }
}
