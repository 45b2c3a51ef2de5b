package org.driftgate.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Takes down what an answer discloses before it leaves: the answer waits, and when the row cannot be written nobody gets
 * to see it.
 */
@Component
class RecordAccess {

    private static final Logger LOG = LoggerFactory.getLogger(RecordAccess.class);
    /** Waits for work on another thread and discloses nothing: our models have no external tasks. */
    private static final String LONG_POLL = "/external-task/fetchAndLock";

    private final AccessLog log;
    private final EngineCases engine;
    private final Problems problems;

    RecordAccess(AccessLog log, EngineCases engine, Problems problems) {
        this.log = log;
        this.engine = engine;
        this.problems = problems;
    }

    /** One for each chain: it must run where the person is known. */
    OncePerRequestFilter filter() {
        return new Waiting();
    }

    private void finish(HttpServletRequest request, ContentCachingResponseWrapper answer, Disclosed disclosed)
            throws IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        try {
            if (person != null) record(request, answer, disclosed, person);
        } catch (DataAccessException e) {
            LOG.error("an answer to {} was withheld: its access could not be recorded", request.getRequestURI(), e);
            answer.reset();
            problems.write(
                    request,
                    answer,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The access could not be recorded, so nothing is shown. Try again in a moment.");
        }
        answer.copyBodyToResponse();
    }

    private void record(
            HttpServletRequest request,
            ContentCachingResponseWrapper answer,
            Disclosed disclosed,
            Authentication person) {
        String path = path(request);
        if (isEngine(path) && answer.getStatus() < 300)
            engine.in(path + " " + body(answer)).forEach(disclosed::take);
        if (disclosed.isNothing()) return;
        var who = new AccessLog.Who(person.getName(), session(request));
        log.record(who, request.getMethod(), path, answer.getStatus(), disclosed);
    }

    private static boolean isEngine(String path) {
        return path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/");
    }

    private static String body(ContentCachingResponseWrapper answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static @Nullable String session(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : SessionHash.of(session.getId());
    }

    /** The pattern of a controller, otherwise the address. */
    private static String path(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)
            return pattern;
        String rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }

    private final class Waiting extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getRequestURI().endsWith(LONG_POLL);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Disclosed disclosed = Disclosed.by(request);
            var answer = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, answer);
            finish(request, answer, disclosed);
        }
    }
}
