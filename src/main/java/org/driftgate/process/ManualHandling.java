package org.driftgate.process;

import java.util.Map;
import java.util.Objects;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.run.Cases;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;

/** Records why a household left the routine and what came of it when the adviser handled it in person. */
@Component
class ManualHandling {

    private final AuditLog audit;
    private final Cases cases;

    ManualHandling(AuditLog audit, Cases cases) {
        this.audit = audit;
        this.cases = cases;
    }

    void record(CaseId about, String outcome, PersonId person) {
        if (outcome.isBlank()) throw new IllegalArgumentException("what came of it is missing");
        String situation = Objects.requireNonNullElse(cases.get(about).stateReason(), "");
        var facts = Map.of("situation", situation, "outcome", outcome);
        audit.append(
                AuditEntry.ofCase(AuditEvent.HANDLED_MANUALLY, about, facts).by(person));
    }
}
