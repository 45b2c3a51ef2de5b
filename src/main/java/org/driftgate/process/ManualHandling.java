package org.driftgate.process;

import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.PersonId;
import org.springframework.stereotype.Component;

/** Records what came of a household that the adviser handled in person. */
@Component
class ManualHandling {

    private final AuditLog audit;

    ManualHandling(AuditLog audit) {
        this.audit = audit;
    }

    void record(CaseId about, String outcome, PersonId person) {
        if (outcome.isBlank()) throw new IllegalArgumentException("what came of it is missing");
        audit.append(AuditEntry.ofCase(AuditEvent.HANDLED_MANUALLY, about, Map.of("outcome", outcome))
                .by(person));
    }
}
