package org.driftgate.proposal;

import java.util.List;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.VersionId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of every case; rows are never changed. */
@Component
@Transactional(readOnly = true)
public class Proposals {

    private final VersionTable versions;
    private final AnalysisTable analyses;

    Proposals(VersionTable versions, AnalysisTable analyses) {
        this.versions = versions;
        this.analyses = analyses;
    }

    /** What our engine said of an original version; those from before it said anything have none. */
    public Optional<ProposalAnalysis> analysisOf(VersionId original) {
        return analyses.of(original);
    }

    /** The newest version of a case. */
    public Optional<ProposalVersion> current(CaseId about) {
        return versions.newest(about);
    }

    /** Fails with {@link IllegalArgumentException} when there is no such version. */
    public ProposalVersion version(VersionId id) {
        return versions.find(id).orElseThrow(() -> new IllegalArgumentException("no proposal version " + id));
    }

    /** Oldest first. */
    public List<ProposalVersion> ofCase(CaseId about) {
        return versions.ofCase(about);
    }
}
