package org.driftgate.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks for the log-in again before a request that needs a fresh one; nothing of the request is done until then. */
final class DemandFreshLogIn extends OncePerRequestFilter {

    private final FreshLogIn fresh;
    private final AccessRecord record;
    private final Answer answer;

    DemandFreshLogIn(FreshLogIn fresh, AccessRecord record, Answer answer) {
        this.fresh = fresh;
        this.record = record;
        this.answer = answer;
    }

    /** Tells the person to prove who he or she is. */
    @FunctionalInterface
    interface Answer {

        void tooOld(HttpServletRequest request, HttpServletResponse response, Authentication person) throws IOException;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!fresh.isMissing(request)) {
            chain.doFilter(request, response);
            return;
        }
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        record.refused(person.getName(), request, "the log-in is too old for this");
        answer.tooOld(request, response, person);
    }
}
