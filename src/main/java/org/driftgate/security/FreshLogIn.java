package org.driftgate.security;

import static org.springframework.security.web.util.matcher.AntPathRequestMatcher.antMatcher;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** When a session's person last proved who he or she is, and for which requests that must be recent. */
@Component
class FreshLogIn {

    private static final String PROVED_AT = FreshLogIn.class.getName();

    /** What lets orders out, or lets them out again. */
    private static final List<String> NEEDED_BY = List.of(
            "/reviews",
            "/cases/*/revocation",
            "/api/reviews/*/decision",
            "/api/reviews/*/override",
            "/api/reviews/*/revocation",
            "/api/review-sessions",
            "/api/templates/*/*/approval",
            "/api/sending",
            "/api/sending/**");

    private static final RequestMatcher NEEDED = new OrRequestMatcher(needed());
    private static final RequestMatcher SENDING = antMatcher(HttpMethod.POST, "/sending");

    private final LogInSettings settings;
    private final Clock clock;

    FreshLogIn(LogInSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    public void loggedIn(InteractiveAuthenticationSuccessEvent event) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) request.setAttribute(PROVED_AT, clock.instant(), RequestAttributes.SCOPE_SESSION);
    }

    void proved(HttpSession session) {
        session.setAttribute(PROVED_AT, clock.instant());
    }

    boolean isMissing(HttpServletRequest request) {
        return !settings.freshAuthentication().isZero() && isNeeded(request) && !isFresh(request);
    }

    /** Stopping all sending on its page never waits for a password. */
    private static boolean isNeeded(HttpServletRequest request) {
        return NEEDED.matches(request) || SENDING.matches(request) && !"STOP".equals(request.getParameter("action"));
    }

    /** A request outside a session has just been checked by name and password. */
    boolean isFresh(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !isLoggedIn(session)) return true;
        return session.getAttribute(PROVED_AT) instanceof Instant proved
                && clock.instant().isBefore(proved.plus(settings.freshAuthentication()));
    }

    private static boolean isLoggedIn(HttpSession session) {
        return session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static List<RequestMatcher> needed() {
        return NEEDED_BY.stream()
                .flatMap(path -> Stream.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE)
                        .<RequestMatcher>map(method -> antMatcher(method, path)))
                .toList();
    }
}
