package org.driftgate.security;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.stereotype.Component;

/**
 * Log-in at the firm's own provider (OpenID Connect), on when {@code spring.security.oauth2.client} names one. The claim
 * {@code groups} becomes the person's groups: those of the firm only, and exactly those.
 */
@Component
class SingleSignOn {

    private static final String START = "/oauth2/authorization";
    private static final String AGAIN = "again";

    private final @Nullable ClientRegistrationRepository providers;
    private final KnownPeople people;

    SingleSignOn(ObjectProvider<ClientRegistrationRepository> providers, KnownPeople people, LogInSettings settings) {
        this.providers = providers.getIfAvailable();
        this.people = people;
        if (this.providers == null && !settings.passwordLogIn())
            throw new IllegalStateException("driftgate.security.password-log-in is false and no provider is named in"
                    + " spring.security.oauth2.client.registration: nobody could log in");
    }

    /** Address by the name of each provider, for the log-in page. */
    Map<String, String> providers() {
        var found = new LinkedHashMap<String, String>();
        if (providers instanceof Iterable<?> all)
            for (Object one : all)
                if (one instanceof ClientRegistration provider)
                    found.put(provider.getClientName(), START + "/" + provider.getRegistrationId());
        return found;
    }

    void join(HttpSecurity http) throws Exception {
        if (providers == null) return;
        var requests = new DefaultOAuth2AuthorizationRequestResolver(providers, START);
        http.oauth2Login(logIn -> logIn.loginPage("/login")
                .authorizationEndpoint(start -> start.authorizationRequestResolver(new AskAgain(requests, AGAIN)))
                .userInfoEndpoint(user -> user.userAuthoritiesMapper(this::groups)));
    }

    /** Where this person logs in afresh; nothing for people with a password of ours. */
    static @Nullable String addressFor(Authentication who) {
        if (!(who instanceof OAuth2AuthenticationToken token)) return null;
        return "%s/%s?%s".formatted(START, token.getAuthorizedClientRegistrationId(), AGAIN);
    }

    private Collection<GrantedAuthority> groups(Collection<? extends GrantedAuthority> authorities) {
        Set<GrantedAuthority> all = new HashSet<>(authorities);
        for (GrantedAuthority authority : authorities)
            if (authority instanceof OidcUserAuthority oidc)
                people.knownGroups(oidc.getIdToken().getClaimAsStringList("groups")).stream()
                        .map(Groups::authority)
                        .forEach(all::add);
        return all;
    }
}
