package org.driftgate.security;

import static org.springframework.security.web.util.matcher.AntPathRequestMatcher.antMatcher;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Parts of the engine's REST interface that its authorizations leave open to everybody, wherever it is mounted: a trial
 * of passwords beside our log-in for nobody, what tells about the machine for administrators, and the right to delete
 * oneself, which the engine gives to each user, for nobody else either.
 */
final class EngineInterface {

    private static final String[] FOR_NOBODY = {"/identity/verify/**"};
    private static final String[] FOR_ADMINISTRATORS = {
        "/telemetry/**", "/metrics/**", "/history/cleanup/**", "/version/**", "/schema/**"
    };

    private EngineInterface() {}

    static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String root) {
        for (String path : FOR_NOBODY)
            requests.requestMatchers(antMatcher(root + path)).denyAll();
        for (String path : FOR_ADMINISTRATORS)
            requests.requestMatchers(antMatcher(root + path)).hasAuthority(Groups.ADMINISTRATORS);
        requests.requestMatchers(antMatcher(HttpMethod.DELETE, root + "/user/**"))
                .hasAuthority(Groups.ADMINISTRATORS);
    }
}
