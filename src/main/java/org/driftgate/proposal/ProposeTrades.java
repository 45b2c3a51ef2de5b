package org.driftgate.proposal;

import org.driftgate.shared.CaseId;
import org.driftgate.shared.VersionId;
import org.springframework.stereotype.Component;

/** Asks the firm's proposal source for a household and keeps the answer as a version. */
@Component
public class ProposeTrades {

    /**
     * Makes a new version from fresh data: when the case's snapshot is not of this trading day, or the case already has a
     * version, the household alone is collected and validated again first.
     */
    public Outcome forCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    public sealed interface Outcome {

        record Proposed(VersionId version) implements Outcome {}

        /** The household is set aside with the reason, for example no trade is possible or it went back inside its band. */
        record NotPossible(String reason) implements Outcome {}
    }
}
