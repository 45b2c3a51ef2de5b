package org.driftgate.run;

import java.math.BigDecimal;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.HouseholdId;
import org.jspecify.annotations.Nullable;

/** The bucket of a household with the sentence that explains it; the largest drift in percent points where measured. */
public record HouseholdOutcome(
        HouseholdId household,
        String householdName,
        AdviserId adviser,
        Bucket bucket,
        String reason,
        @Nullable BigDecimal largestDriftPoints) {}
