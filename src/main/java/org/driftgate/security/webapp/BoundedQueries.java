package org.driftgate.security.webapp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine forbids unbound queries, and Cockpit makes some of them: those get the bound that is allowed. */
final class BoundedQueries extends OncePerRequestFilter {

    private final int most;

    BoundedQueries(int most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(isUnbound(request) ? new Bound(request, most) : request, response);
    }

    private static boolean isUnbound(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getMethod().equals("GET") && (query == null || !query.contains("maxResults="));
    }

    private static final class Bound extends HttpServletRequestWrapper {

        private final int most;

        Bound(HttpServletRequest request, int most) {
            super(request);
            this.most = most;
        }

        @Override
        public String getQueryString() {
            @Nullable String query = super.getQueryString();
            return (query == null ? "" : query + "&") + "maxResults=" + most;
        }
    }
}
