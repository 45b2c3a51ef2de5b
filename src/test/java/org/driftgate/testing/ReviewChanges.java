package org.driftgate.testing;

import static org.driftgate.testing.ReviewStory.decision;

import org.driftgate.proposal.ProposalVersion;
import org.driftgate.review.ReviewDecision;
import org.driftgate.review.ReviewDecision.Action;
import org.driftgate.review.ReviewDecision.Kind;
import org.driftgate.review.ReviewDecision.LineDecision;
import org.driftgate.shared.Quantity;

/** A reviewer's decisions on single lines. */
public final class ReviewChanges {

    private ReviewChanges() {}

    public static ReviewDecision changes(ProposalVersion version, LineDecision... lines) {
        return decision(version, Kind.APPROVE_WITH_CHANGES, "Changed by the reviewer.", lines);
    }

    public static LineDecision exclude(int line, String reason) {
        return new LineDecision(line, Action.EXCLUDE, null, reason);
    }

    public static LineDecision change(int line, int quantity) {
        return new LineDecision(line, Action.CHANGE, Quantity.shares(quantity), "other size");
    }

    public static LineDecision keep(int line) {
        return new LineDecision(line, Action.KEEP, null, null);
    }
}
