package org.driftgate.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.driftgate.review.ReviewView;
import org.driftgate.run.Bucket;
import org.driftgate.run.CaseState;
import org.driftgate.run.HouseholdOutcome;
import org.driftgate.run.RebalancingCase;
import org.jspecify.annotations.Nullable;

/** One household of a run with its case, if it has one, and what the reviewer sees where that is already written out. */
record HouseholdRow(
        HouseholdOutcome outcome,
        @Nullable RebalancingCase about,
        @Nullable ReviewView view) {

    private static final Set<CaseState> WITHOUT_PROPOSAL =
            Set.of(CaseState.OPENED, CaseState.PROPOSING, CaseState.HANDLING_MANUALLY, CaseState.HANDLED_MANUALLY);

    public String household() {
        return outcome.household().value();
    }

    public String name() {
        return outcome.householdName();
    }

    public String adviser() {
        return outcome.adviser().value();
    }

    public String bucketLabel() {
        return outcome.bucket().label();
    }

    public @Nullable String stateLabel() {
        return about == null ? null : about.state().label();
    }

    public @Nullable String caseId() {
        return about == null ? null : about.id().value();
    }

    public @Nullable BigDecimal drift() {
        return outcome.largestDriftPoints();
    }

    /** The newest word on why it stands where it stands. */
    public String reason() {
        String word = about == null ? null : about.stateReason();
        return word == null || word.isBlank() ? outcome.reason() : word;
    }

    public boolean mayHaveProposal() {
        return about != null && !WITHOUT_PROPOSAL.contains(about.state());
    }

    public String tone() {
        if (about == null) return outcome.bucket() == Bucket.WITHIN_BAND ? "quiet" : "aside";
        return switch (about.state()) {
            case EXCEPTION, BREAK -> "bad";
            case NOTIFIED -> "good";
            case DECLINED, CONSENT_REFUSED, HANDLED_MANUALLY, CLOSED_WITHOUT_TRADES, SET_ASIDE -> "aside";
            default -> "busy";
        };
    }

    /** What needs a person first, what is over last. */
    int urgency() {
        return List.of("bad", "busy", "aside", "good", "quiet").indexOf(tone());
    }

    /** Its four blocks are written into the page. */
    boolean isUnderWay() {
        return about != null && mayHaveProposal() && !about.state().isClosed();
    }

    HouseholdRow with(ReviewView seen) {
        return new HouseholdRow(outcome, about, seen);
    }
}
