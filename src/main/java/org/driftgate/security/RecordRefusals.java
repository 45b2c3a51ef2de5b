package org.driftgate.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names who tried to change something and was refused at the door: by role, for want of the token against other sites, or
 * as if it were not there. Known people stand in the record; strangers only in the log, because anybody could fill the record.
 */
final class RecordRefusals extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RecordRefusals.class);
    private static final String REASON = RecordRefusals.class.getName();
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final AccessRecord record;

    RecordRefusals(AccessRecord record) {
        this.record = record;
    }

    /** Why the answer will be a refusal; without it the record knows the status only. */
    static void because(HttpServletRequest request, String reason) {
        request.setAttribute(REASON, reason);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        int status = response.getStatus();
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        boolean stranger = person == null || person instanceof AnonymousAuthenticationToken;
        if (stranger && (status == HttpServletResponse.SC_UNAUTHORIZED || status == HttpServletResponse.SC_FORBIDDEN))
            LOG.warn(
                    "refused to a stranger at {}: {} {}: status {}",
                    request.getRemoteAddr(),
                    request.getMethod(),
                    request.getRequestURI(),
                    status);
        if (!stranger && (status == HttpServletResponse.SC_FORBIDDEN || isHidden(request, status)))
            record.refused(person.getName(), request, reason(request, status));
    }

    /** The engine denies that there is what a person may not see. */
    private static boolean isHidden(HttpServletRequest request, int status) {
        String address = request.getRequestURI();
        return status == HttpServletResponse.SC_NOT_FOUND
                && (address.startsWith("/engine-rest/") || address.startsWith("/camunda/api/"));
    }

    private static String reason(HttpServletRequest request, int status) {
        return Objects.requireNonNullElse(request.getAttribute(REASON), "the answer was " + status)
                .toString();
    }
}
