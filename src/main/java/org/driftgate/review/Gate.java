package org.driftgate.review;

import java.util.List;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;

/** The only door to trading: answers from rows, never from process variables. */
@Component
public class Gate {

    /** The newest version's approval, if it has one that is not revoked; it may have expired. */
    public Optional<ApprovedVersion> approval(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    /**
     * Everything that stands against releasing the case now: no approval, expired, hash mismatch, consent missing,
     * restrictions or findings that changed. Empty means it may be released.
     */
    public List<String> objections(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }
}
