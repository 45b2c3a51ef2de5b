package org.driftgate.process.engine.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives a refusal its own status. The engine's REST resources turn whatever a listener throws into 500 before their
 * exception mappers see it; the body with type and message is theirs and stays.
 */
final class RefusalStatus extends OncePerRequestFilter {

    private static final ThreadLocal<Noted> REQUEST = new ThreadLocal<>();

    static void note(RuntimeException refusal) {
        Noted noted = REQUEST.get();
        if (noted == null) return;
        if (refusal instanceof RefusedRequest refused) noted.status = refused.status();
        if (refusal instanceof RefusedModel) noted.status = RefusedModel.STATUS;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var noted = new Noted();
        REQUEST.set(noted);
        try {
            chain.doFilter(request, new Told(response, noted));
        } finally {
            REQUEST.remove();
        }
    }

    private static final class Noted {
        private @Nullable Integer status;
    }

    private static final class Told extends HttpServletResponseWrapper {

        private final Noted noted;

        Told(HttpServletResponse response, Noted noted) {
            super(response);
            this.noted = noted;
        }

        @Override
        public void setStatus(int status) {
            super.setStatus(own(status));
        }

        @Override
        public void sendError(int status) throws IOException {
            super.sendError(own(status));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            super.sendError(own(status), message);
        }

        private int own(int status) {
            boolean fromEngine = status == SC_INTERNAL_SERVER_ERROR || status == SC_BAD_REQUEST;
            return fromEngine && noted.status != null ? noted.status : status;
        }
    }
}
