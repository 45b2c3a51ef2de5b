package org.driftgate.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Our own double-submit cookie. Not under Spring's default name, which the engine's web applications use for theirs; a
 * request that carries a password of its own needs no token, because no browser sends one unasked.
 */
final class Csrf {

    static final String COOKIE = "DRIFTGATE-CSRF";
    static final String HEADER = "X-DRIFTGATE-CSRF";

    private Csrf() {}

    static void configure(CsrfConfigurer<HttpSecurity> csrf, boolean onlyOverTls) {
        var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName(COOKIE);
        cookie.setHeaderName(HEADER);
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(builder -> {
            builder.sameSite("Lax");
            if (onlyOverTls) builder.secure(true);
        });
        csrf.csrfTokenRepository(cookie)
                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                .ignoringRequestMatchers(Csrf::carriesPassword);
    }

    private static boolean carriesPassword(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }

    /** The token is made lazily; without being asked for, its cookie never appears. */
    static final class WriteCookie extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) token.getToken();
            chain.doFilter(request, response);
        }
    }
}
