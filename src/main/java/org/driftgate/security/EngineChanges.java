package org.driftgate.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests to the engine that may change something: everything but reading. The web applications also read with POST;
 * those queries are told from actions by their address, and what is not known to be a query counts as a change.
 */
record EngineChanges(String root) implements RequestMatcher {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern QUERY = Pattern.compile("/camunda/api/(?:engine/engine/[^/]+/"
            + "(?:filter/[^/]+/(?:list|count|singleResult)"
            + "|(?:task|process-instance|execution|variable-instance|job|history/[a-z-]+)(?:/count)?)"
            + "|cockpit/plugin/base/[^/]+/.+)");
    private static final Pattern LOG_OUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");

    @Override
    public boolean matches(HttpServletRequest request) {
        String rest = request.getPathInfo();
        String path = request.getServletPath() + (rest == null ? "" : rest);
        if (!path.startsWith(root + "/") || READING.contains(request.getMethod())) return false;
        boolean post = request.getMethod().equals("POST");
        return !(post && (QUERY.matcher(path).matches() || LOG_OUT.matcher(path).matches()));
    }
}
