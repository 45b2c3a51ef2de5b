package org.driftgate.proposal;

import java.util.List;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.SnapshotId;
import org.jspecify.annotations.Nullable;

/** What a version is made of; reference and hash belong to the source's answer, if one stands behind it. */
record NewVersion(
        CaseId about,
        ProposalVersion.Kind kind,
        PersonId proposedBy,
        String origin,
        @Nullable String reference,
        @Nullable String sourceHash,
        SnapshotId snapshot,
        List<Trade> trades,
        String reason) {}
