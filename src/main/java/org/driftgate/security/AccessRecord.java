package org.driftgate.security;

import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records who logged in. Requests with a password of their own are not log-ins and would flood the record. */
@Component
class AccessRecord {

    private final AuditLog audit;

    AccessRecord(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    @Transactional
    public void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        var person = new PersonId(event.getAuthentication().getName());
        var facts = Map.of("groups", Groups.of(event.getAuthentication()));
        audit.append(new AuditEntry(AuditEvent.LOGGED_IN, person, null, null, facts, null));
    }
}
