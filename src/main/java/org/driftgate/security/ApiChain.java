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
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Programs and the forms inside Tasklist: a browser's session is accepted, none is made, scripts send name and password.
 * Whose household a case belongs to is asked later, by the desk. Matchers are objects because strings miss the engine's
 * Jersey servlet.
 */
@Configuration(proxyBeanMethods = false)
class ApiChain {

    private static final String[] MAY_CHANGE = Groups.MAY_CHANGE.toArray(String[]::new);
    private static final String[] SEE_ALL = Groups.SEE_ALL.toArray(String[]::new);
    private static final String[] SUPERVISORS = {
        Groups.OWNERS, Groups.COMPLIANCE, Groups.ADMINISTRATORS, Groups.EXAMINERS
    };

    /** They may ask what a policy would propose; nothing is kept. */
    static final String[] SCENARIOS = {Groups.COMPLIANCE, Groups.TAX, Groups.ADVISERS, Groups.TRADERS, Groups.OWNERS};

    /** They may stop all sending; administrators may not restart it, which the desk looks at. */
    static final String[] SENDING = {Groups.COMPLIANCE, Groups.TRADERS, Groups.OWNERS, Groups.ADMINISTRATORS};

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            EngineLogIn logIn,
            IdentityService identities,
            Problems problems,
            RecordAccess access,
            FreshLogIn fresh,
            AccessRecord record,
            DoorSettings doors)
            throws Exception {
        return http.securityMatcher(new OrRequestMatcher(
                        antMatcher("/api/**"), antMatcher("/engine-rest/**"), antMatcher("/actuator/**")))
                .authenticationProvider(logIn)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems::unauthorized))
                .exceptionHandling(trouble -> trouble.authenticationEntryPoint(problems::unauthorized)
                        .accessDeniedHandler(problems::forbidden))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(RequestCacheConfigurer::disable)
                .csrf(csrf -> Csrf.configure(csrf, doors.secureCookies()))
                .headers(Headers::ofAnswers)
                .addFilterAfter(new RecordRefusals(record), SecurityContextHolderFilter.class)
                .addFilterAfter(new Csrf.WriteCookie(), CsrfFilter.class)
                .addFilterAfter(new EnginePerson(identities), AuthorizationFilter.class)
                .addFilterAfter(new DemandFreshLogIn(fresh, record, problems::tooOld), AuthorizationFilter.class)
                .addFilterAfter(access.filter(), AuthorizationFilter.class)
                .authorizeHttpRequests(ApiChain::rules)
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(antMatcher("/actuator/health/**")).permitAll();
        requests.requestMatchers(antMatcher("/actuator/**")).hasAuthority(Groups.ADMINISTRATORS);
        EngineInterface.rules(requests, "/engine-rest");
        requests.requestMatchers(new EngineChanges("/engine-rest")).hasAnyAuthority(MAY_CHANGE);
        requests.requestMatchers(antMatcher("/engine-rest/**")).authenticated();
        reading(requests);
        acting(requests);
        requests.anyRequest().denyAll();
    }

    private static void reading(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (String path : new String[] {"/api/configuration", "/api/connections"})
            requests.requestMatchers(antMatcher(HttpMethod.GET, path)).hasAnyAuthority(SUPERVISORS);
        for (String path : new String[] {"/api/completeness", "/api/runs/*/timeline"})
            requests.requestMatchers(antMatcher(HttpMethod.GET, path)).hasAnyAuthority(SEE_ALL);
        requests.requestMatchers(antMatcher(HttpMethod.GET, "/api/access"))
                .hasAnyAuthority(Groups.COMPLIANCE, Groups.EXAMINERS);
        requests.requestMatchers(antMatcher(HttpMethod.GET, "/api/reviews/*/draft"))
                .hasAnyAuthority(Groups.COMPLIANCE, Groups.ADVISERS);
        requests.requestMatchers(antMatcher(HttpMethod.GET, "/api/**")).authenticated();
    }

    private static void acting(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(antMatcher(HttpMethod.POST, "/api/runs"))
                .hasAnyAuthority(Groups.TRADERS, Groups.OWNERS, Groups.COMPLIANCE);
        for (String path :
                new String[] {"/api/reviews/*/decision", "/api/reviews/*/preview", "/api/reviews/*/revocation"})
            requests.requestMatchers(antMatcher(HttpMethod.POST, path))
                    .hasAnyAuthority(Groups.COMPLIANCE, Groups.ADVISERS);
        allow(requests, Groups.COMPLIANCE, "/api/reviews/*/override");
        allow(requests, Groups.COMPLIANCE, "/api/review-sessions", "/api/templates/*/*/approval");
        requests.requestMatchers(antMatcher(HttpMethod.PUT, "/api/reviews/*/draft"))
                .hasAnyAuthority(Groups.COMPLIANCE, Groups.ADVISERS);
        allow(requests, Groups.TAX, "/api/tax-reviews/*", "/api/tax-reviews/*/preview");
        allow(requests, Groups.ADVISERS, "/api/consents/*", "/api/exceptions/*", "/api/questions/*", "/api/manual/*");
        requests.requestMatchers(antMatcher(HttpMethod.POST, "/api/breaks/*"))
                .hasAnyAuthority(Groups.TRADERS, Groups.COMPLIANCE);
        requests.requestMatchers(antMatcher(HttpMethod.POST, "/api/fresh-log-in"))
                .authenticated();
        requests.requestMatchers(antMatcher(HttpMethod.POST, "/api/demo/clock")).hasAnyAuthority(MAY_CHANGE);
        requests.requestMatchers(antMatcher(HttpMethod.POST, "/api/scenarios")).hasAnyAuthority(SCENARIOS);
        requests.requestMatchers(antMatcher(HttpMethod.POST, "/api/scenarios/commit"))
                .hasAnyAuthority(Groups.COMPLIANCE, Groups.ADVISERS, Groups.TRADERS);
        requests.requestMatchers(antMatcher(HttpMethod.POST, "/api/sending")).hasAnyAuthority(SENDING);
    }

    private static void allow(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String group,
            String... paths) {
        for (String path : paths)
            requests.requestMatchers(antMatcher(HttpMethod.POST, path)).hasAuthority(group);
    }
}
