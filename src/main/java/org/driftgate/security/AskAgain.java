package org.driftgate.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Tells the provider not to trust its own session when a fresh log-in is wanted. */
final class AskAgain implements OAuth2AuthorizationRequestResolver {

    private static final Map<String, Object> FRESH = Map.of("prompt", "login", "max_age", "0");

    private final OAuth2AuthorizationRequestResolver usual;
    private final String parameter;

    AskAgain(OAuth2AuthorizationRequestResolver usual, String parameter) {
        this.usual = usual;
        this.parameter = parameter;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return afresh(request, usual.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String provider) {
        return afresh(request, usual.resolve(request, provider));
    }

    private @Nullable OAuth2AuthorizationRequest afresh(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest found) {
        if (found == null || request.getParameter(parameter) == null) return found;
        return OAuth2AuthorizationRequest.from(found)
                .additionalParameters(all -> all.putAll(FRESH))
                .build();
    }
}
