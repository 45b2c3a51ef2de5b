package org.driftgate.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** The proposals that wait for a person's decision; which groups that are, the models say. */
public interface WaitingReviews {

    /** What waits first is due first. */
    List<WaitingReview> of(PersonId person);

    /** {@code holder} has claimed the task; {@code estimatedTax} is netted over the household, as last checked. */
    record WaitingReview(
            CaseId about,
            @Nullable Instant due,
            @Nullable PersonId holder,
            @Nullable BigDecimal estimatedTax) {}
}
