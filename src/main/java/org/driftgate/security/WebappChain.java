package org.driftgate.security;

import static org.springframework.security.web.util.matcher.AntPathRequestMatcher.antMatcher;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.AntPathRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * Tasklist, Cockpit and Admin: they keep their own CSRF token and headers. Shut are their set-up pages, which make an
 * administrator without log-in while that group is empty, and their own log-in, a second door beside ours.
 */
@Configuration(proxyBeanMethods = false)
class WebappChain {

    private static final AntPathRequestMatcher CALLS = antMatcher("/camunda/api/**");

    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http, EngineLogIn logIn, RecordAccess access, AccessRecord record)
            throws Exception {
        return http.securityMatcher(antMatcher("/camunda/**"))
                .authenticationProvider(logIn)
                .addFilterAfter(new RecordRefusals(record), SecurityContextHolderFilter.class)
                .addFilterAfter(access.filter(), AuthorizationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(Headers::besideTheirOwn)
                .requestCache(cache -> cache.requestCache(WantedPage.cache()))
                .exceptionHandling(WebappChain::entryPoints)
                .logout(logout -> logout.logoutRequestMatcher(
                                antMatcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .authorizeHttpRequests(requests -> EngineInterface.rules(requests, "/camunda/api/engine/engine/*"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                antMatcher("/camunda/api/admin/setup/**"),
                                antMatcher("/camunda/app/admin/*/setup/**"),
                                antMatcher("/camunda/api/admin/auth/user/*/login/**"))
                        .denyAll()
                        .requestMatchers(antMatcher("/camunda/api/admin/plugin/**"))
                        .hasAuthority(Groups.ADMINISTRATORS)
                        .requestMatchers(antMatcher("/camunda/api/cockpit/plugin/**"))
                        .hasAnyAuthority(Groups.OWNERS, Groups.EXAMINERS, Groups.ADMINISTRATORS)
                        .requestMatchers(antMatcher(HttpMethod.GET, "/camunda/assets/**"))
                        .permitAll()
                        .requestMatchers(new EngineChanges("/camunda/api"))
                        .hasAnyAuthority(Groups.MAY_CHANGE.toArray(String[]::new))
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static void entryPoints(ExceptionHandlingConfigurer<HttpSecurity> trouble) {
        trouble.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), CALLS)
                .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), new NegatedRequestMatcher(CALLS));
    }
}
