package org.driftgate.security;

import static org.springframework.security.web.util.matcher.AntPathRequestMatcher.antMatcher;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Our own pages and the one log-in. */
@Configuration(proxyBeanMethods = false)
class PagesChain {

    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; script-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, EngineLogIn logIn, Problems problems) throws Exception {
        return http.authenticationProvider(logIn)
                .formLogin(form -> form.loginPage("/login").permitAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(problems::unauthorized))
                .exceptionHandling(
                        trouble -> trouble.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .requestCache(requests -> requests.requestCache(WantedPage.cache()))
                .csrf(Csrf::configure)
                .addFilterAfter(new Csrf.WriteCookie(), CsrfFilter.class)
                .headers(PagesChain::headers)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                antMatcher("/login"),
                                antMatcher("/error"),
                                antMatcher("/desk/**"),
                                antMatcher("/favicon.ico"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }
}
