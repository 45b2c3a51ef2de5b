package org.driftgate.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Records who logged in, with the session by which the access log knows that person, and who was refused. Requests with a
 * password of their own are not log-ins and would flood the record.
 */
@Component
class AccessRecord {

    private final AuditLog audit;

    AccessRecord(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    @Transactional
    public void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        append(event.getAuthentication(), false);
    }

    @Transactional
    public void loggedInAgain(Authentication who) {
        append(who, true);
    }

    @Transactional
    public void refused(String person, HttpServletRequest request, String why) {
        var facts = Map.of(
                "request",
                request.getMethod() + " " + request.getRequestURI(),
                "address",
                request.getRemoteAddr(),
                "why",
                why);
        audit.append(new AuditEntry(AuditEvent.ACCESS_REFUSED, new PersonId(person), null, null, facts, null));
    }

    private void append(Authentication who, boolean again) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("groups", Groups.of(who));
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) facts.put("session", SessionHash.of(request.getSessionId()));
        if (again) facts.put("again", true);
        audit.append(new AuditEntry(AuditEvent.LOGGED_IN, new PersonId(who.getName()), null, null, facts, null));
    }
}
