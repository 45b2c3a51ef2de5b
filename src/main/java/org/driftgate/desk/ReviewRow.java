package org.driftgate.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.driftgate.process.WaitingReviews.WaitingReview;
import org.driftgate.review.ReviewSummary;
import org.driftgate.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** One waiting review in the list, and why it has to be decided by itself where that is so. */
record ReviewRow(WaitingReview waiting, ReviewSummary summary, List<String> obstacles) {

    static ReviewRow of(WaitingReview waiting, ReviewSummary summary, PersonId viewer) {
        var obstacles = new ArrayList<>(summary.blocks());
        if (summary.decidedTradeByTrade())
            obstacles.add("This household is approved trade by trade; each line needs its own decision.");
        if (waiting.holder() != null && !waiting.holder().equals(viewer))
            obstacles.add("%s has claimed this review.".formatted(waiting.holder()));
        if (summary.proposedBy().equals(viewer))
            obstacles.add("You proposed version %d; somebody else signs.".formatted(summary.version()));
        if (summary.signedBy().contains(viewer.value()))
            obstacles.add("You signed version %d; it waits for somebody else.".formatted(summary.version()));
        return new ReviewRow(waiting, summary, List.copyOf(obstacles));
    }

    public String caseId() {
        return summary.about().value();
    }

    public String household() {
        return summary.about().household().value();
    }

    public @Nullable Instant due() {
        return waiting.due();
    }

    public @Nullable BigDecimal tax() {
        return waiting.estimatedTax();
    }

    public boolean isSelectable() {
        return obstacles.isEmpty();
    }

    public String value() {
        return new ShownReview(caseId(), summary.version(), summary.tradeHash()).value();
    }

    public boolean isOverdue(Instant now) {
        return waiting.due() != null && waiting.due().isBefore(now);
    }
}
