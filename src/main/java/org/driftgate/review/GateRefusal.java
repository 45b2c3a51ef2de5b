package org.driftgate.review;

import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.proposal.ProposalVersion;

/** The trace of something that the gate refused to a person. */
final class GateRefusal {

    private GateRefusal() {}

    static AuditEntry of(ProposalVersion version, String attempt, List<String> problems) {
        return AuditEntry.ofCase(
                AuditEvent.GATE_REFUSED,
                version.about(),
                Map.of(
                        "attempt",
                        attempt,
                        "version",
                        version.number(),
                        "tradeHash",
                        version.tradeHash(),
                        "problems",
                        problems));
    }
}
