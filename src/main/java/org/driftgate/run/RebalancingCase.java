package org.driftgate.run;

import java.time.Instant;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.SnapshotId;
import org.jspecify.annotations.Nullable;

/** One household outside its band in one run. The snapshot is the newest one collected for it. */
public record RebalancingCase(
        CaseId id,
        String householdName,
        AdviserId adviser,
        CaseState state,
        @Nullable String stateReason,
        SnapshotId snapshot,
        Instant openedAt,
        @Nullable Instant closedAt) {}
