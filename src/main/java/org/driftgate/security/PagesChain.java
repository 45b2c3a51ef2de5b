package org.driftgate.security;

import static org.springframework.security.web.util.matcher.AntPathRequestMatcher.antMatcher;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.RequestContextFilter;

/** Our own pages and the one log-in. Who listens for a log-in learns of its request, which the framework sets up later. */
@Configuration(proxyBeanMethods = false)
class PagesChain {

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            EngineLogIn logIn,
            LogInSettings settings,
            SingleSignOn singleSignOn,
            Problems problems,
            RecordAccess access,
            FreshLogIn fresh,
            AccessRecord record,
            DoorSettings doors)
            throws Exception {
        if (settings.passwordLogIn())
            http.formLogin(form -> form.loginPage("/login").permitAll());
        singleSignOn.join(http);
        return http.authenticationProvider(logIn)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems::unauthorized))
                .exceptionHandling(
                        trouble -> trouble.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .requestCache(requests -> requests.requestCache(WantedPage.cache()))
                .csrf(csrf -> Csrf.configure(csrf, doors.secureCookies()))
                .addFilterAfter(new RecordRefusals(record), SecurityContextHolderFilter.class)
                .addFilterBefore(new RequestContextFilter(), CsrfFilter.class)
                .addFilterAfter(new Csrf.WriteCookie(), CsrfFilter.class)
                .addFilterAfter(new DemandFreshLogIn(fresh, record, LogInAgainPage::lead), AuthorizationFilter.class)
                .addFilterAfter(access.filter(), AuthorizationFilter.class)
                .headers(Headers::ofPages)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                antMatcher("/login"),
                                antMatcher("/error"),
                                antMatcher("/desk/**"),
                                antMatcher("/favicon.ico"))
                        .permitAll()
                        .requestMatchers(antMatcher("/reviews/**"))
                        .hasAuthority(Groups.COMPLIANCE)
                        .requestMatchers(antMatcher(HttpMethod.POST, "/cases/*/revocation"))
                        .hasAnyAuthority(Groups.COMPLIANCE, Groups.ADVISERS)
                        .requestMatchers(antMatcher(HttpMethod.POST, "/sending"))
                        .hasAnyAuthority(ApiChain.SENDING)
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
