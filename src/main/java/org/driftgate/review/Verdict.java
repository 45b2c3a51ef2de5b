package org.driftgate.review;

import java.time.Instant;
import java.util.UUID;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.VersionId;
import org.jspecify.annotations.Nullable;

/** A recorded decision on exactly one version; only approvals expire, and only after {@code notBefore} may they be used. */
record Verdict(
        UUID id,
        VersionId version,
        String tradeHash,
        boolean approved,
        PersonId decidedBy,
        Instant decidedAt,
        @Nullable Instant expiresAt,
        boolean revoked,
        @Nullable Instant notBefore,
        boolean selfApproved) {

    boolean stands() {
        return approved && !revoked;
    }
}
