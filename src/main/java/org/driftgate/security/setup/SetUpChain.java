package org.driftgate.security.setup;

import static org.springframework.security.web.util.matcher.AntPathRequestMatcher.antMatcher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * The set-up's own two addresses. They need no token against cross-site requests, because nothing that a browser keeps
 * lets anybody in: the one-time token is in the body.
 */
@Configuration(proxyBeanMethods = false)
class SetUpChain {

    private static final Logger LOG = LoggerFactory.getLogger(SetUpChain.class);
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final int BEFORE_SPRING_SECURITY = -105;

    @Bean
    @Order(0)
    SecurityFilterChain setUpAddresses(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(antMatcher("/setup"), antMatcher("/api/setup")))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    FilterRegistrationBean<SetUpGate> setUpGate(SetUp setUp) {
        var registration = new FilterRegistrationBean<>(new SetUpGate(setUp));
        registration.setOrder(BEFORE_SPRING_SECURITY);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    Announcement setUpAnnouncement(SetUp setUp, SetUpTokens tokens, Environment environment) {
        return new Announcement(setUp, tokens, environment);
    }

    /** Shows the token once, on the console; the next start shows another one, and this one ends. */
    record Announcement(SetUp setUp, SetUpTokens tokens, Environment environment) {

        @EventListener(ApplicationReadyEvent.class)
        void announce() {
            if (!setUp.isOpen()) return;
            LOG.warn(
                    """


                      There is no administrator yet. Make the first one at http://localhost:{}/setup with this token.
                      It works once, for {} hours, until the next start; it is not kept anywhere in readable form.

                        {}
                    """,
                    environment.getProperty("local.server.port", "8080"),
                    SetUpTokens.LIFE.toHours(),
                    tokens.issue());
        }
    }
}
