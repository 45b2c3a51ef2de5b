package org.driftgate.desk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.process.WaitingReviews;
import org.driftgate.process.WaitingReviews.WaitingReview;
import org.driftgate.review.ReviewSummaries;
import org.driftgate.review.ReviewSummary;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** What waits for a person's review, each proposal in one line, in the order in which it is due. */
@Component
class ReviewQueue {

    private final WaitingReviews waiting;
    private final ReviewSummaries summaries;

    ReviewQueue(WaitingReviews waiting, ReviewSummaries summaries) {
        this.waiting = waiting;
        this.summaries = summaries;
    }

    List<ReviewRow> of(Viewer viewer) {
        List<WaitingReview> open = waiting.of(viewer.person());
        Map<CaseId, ReviewSummary> known = summaries
                .of(open.stream().map(WaitingReview::about).toList())
                .stream()
                .filter(summary -> viewer.maySee(summary.adviser()))
                .collect(Collectors.toMap(ReviewSummary::about, Function.identity()));
        return open.stream()
                .flatMap(one -> Stream.ofNullable(known.get(one.about()))
                        .map(summary -> ReviewRow.of(one, summary, viewer.person())))
                .toList();
    }
}
