package org.driftgate.proposal;

import java.util.List;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.VersionId;
import org.springframework.stereotype.Component;

/** The versions of every case; rows are never changed. */
@Component
public class Proposals {

    /** The newest version of a case. */
    public Optional<ProposalVersion> current(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    public ProposalVersion version(VersionId id) {
        throw new UnsupportedOperationException(id.toString());
    }

    /** Oldest first. */
    public List<ProposalVersion> ofCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }
}
