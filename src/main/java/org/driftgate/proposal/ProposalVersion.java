package org.driftgate.proposal;

import java.time.Instant;
import java.util.List;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.SnapshotId;
import org.driftgate.shared.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * One immutable version of the trades of a case. {@code tradeHash} covers the envelope (account, side, symbol, maximum
 * quantity, limit, and the limits of each account), not the lots; {@code hashFormat} 1 is from before accounts had limits; {@code proposedBy} is the household's adviser for what a source proposed and the editor
 * for additions or increases.
 */
public record ProposalVersion(
        VersionId id,
        CaseId about,
        int number,
        Kind kind,
        @Nullable VersionId previous,
        PersonId proposedBy,
        String origin,
        SnapshotId snapshot,
        List<Trade> trades,
        List<AccountLimit> limits,
        int hashFormat,
        String tradeHash,
        Instant createdAt) {

    /** A reduction only excludes or shrinks lines and keeps its proposer; a change may do more. */
    public enum Kind {
        ORIGINAL,
        REDUCTION,
        CHANGE
    }

    public ProposalVersion {
        trades = List.copyOf(trades);
        limits = List.copyOf(limits);
    }
}
