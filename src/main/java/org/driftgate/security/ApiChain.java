package org.driftgate.security;

import static org.springframework.security.web.util.matcher.AntPathRequestMatcher.antMatcher;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Programs and the forms inside Tasklist: a browser's session is accepted, none is made, scripts send name and password.
 * Whose household a case belongs to is asked later, by the desk. Matchers are objects because strings miss the engine's
 * Jersey servlet.
 */
@Configuration(proxyBeanMethods = false)
class ApiChain {

    private static final String[] EVERYBODY_BUT_EXAMINERS = {
        Groups.COMPLIANCE, Groups.TAX, Groups.ADVISERS, Groups.TRADERS, Groups.OWNERS, Groups.ADMINISTRATORS
    };
    private static final String[] SUPERVISORS = {
        Groups.OWNERS, Groups.COMPLIANCE, Groups.ADMINISTRATORS, Groups.EXAMINERS
    };

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, EngineLogIn logIn, IdentityService identities, Problems problems)
            throws Exception {
        return http.securityMatcher(new OrRequestMatcher(
                        antMatcher("/api/**"), antMatcher("/engine-rest/**"), antMatcher("/actuator/**")))
                .authenticationProvider(logIn)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems::unauthorized))
                .exceptionHandling(trouble -> trouble.authenticationEntryPoint(problems::unauthorized)
                        .accessDeniedHandler(problems::forbidden))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(Csrf::configure)
                .addFilterAfter(new Csrf.WriteCookie(), CsrfFilter.class)
                .addFilterAfter(new EnginePerson(identities), AuthorizationFilter.class)
                .authorizeHttpRequests(ApiChain::rules)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(antMatcher("/actuator/health/**")).permitAll();
        requests.requestMatchers(antMatcher("/actuator/**")).hasAuthority(Groups.ADMINISTRATORS);
        requests.requestMatchers(antMatcher("/engine-rest/**")).authenticated();
        reading(requests);
        acting(requests);
        requests.anyRequest().denyAll();
    }

    private static void reading(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (String path : new String[] {"/api/configuration", "/api/connections"})
            requests.requestMatchers(antMatcher(HttpMethod.GET, path)).hasAnyAuthority(SUPERVISORS);
        requests.requestMatchers(antMatcher(HttpMethod.GET, "/api/reviews/*/draft"))
                .hasAuthority(Groups.COMPLIANCE);
        requests.requestMatchers(antMatcher(HttpMethod.GET, "/api/**")).authenticated();
    }

    private static void acting(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(antMatcher(HttpMethod.POST, "/api/runs"))
                .hasAnyAuthority(Groups.TRADERS, Groups.OWNERS, Groups.COMPLIANCE);
        allow(requests, Groups.COMPLIANCE, "/api/reviews/*/decision", "/api/reviews/*/preview");
        allow(requests, Groups.COMPLIANCE, "/api/review-sessions", "/api/templates/*/*/approval");
        requests.requestMatchers(antMatcher(HttpMethod.PUT, "/api/reviews/*/draft"))
                .hasAuthority(Groups.COMPLIANCE);
        allow(requests, Groups.TAX, "/api/tax-reviews/*");
        allow(requests, Groups.ADVISERS, "/api/consents/*", "/api/exceptions/*", "/api/questions/*", "/api/manual/*");
        requests.requestMatchers(antMatcher(HttpMethod.POST, "/api/demo/clock"))
                .hasAnyAuthority(EVERYBODY_BUT_EXAMINERS);
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String group,
            String... paths) {
        for (String path : paths)
            requests.requestMatchers(antMatcher(HttpMethod.POST, path)).hasAuthority(group);
    }
}
