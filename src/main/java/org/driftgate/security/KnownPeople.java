package org.driftgate.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's users in step with single sign-on: whoever logs in there exists here, in exactly the groups of the
 * claim. Tasklist reads them again while a session lasts, so the session's groups are not enough.
 */
@Component
class KnownPeople {

    private static final int PASSWORD_BYTES = 32;

    private final IdentityService identities;
    private final SecureRandom random = new SecureRandom();

    KnownPeople(IdentityService identities) {
        this.identities = identities;
    }

    /** Groups that nobody made in the engine mean nothing here. */
    Set<String> knownGroups(@Nullable List<String> claimed) {
        if (claimed == null || claimed.isEmpty()) return Set.of();
        return identities.createGroupQuery().groupIdIn(claimed.toArray(String[]::new)).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }

    @EventListener
    public void loggedIn(AuthenticationSuccessEvent event) {
        if (!(event.getAuthentication() instanceof OAuth2LoginAuthenticationToken token)) return;
        if (identities.createUserQuery().userId(token.getName()).count() == 0) create(token);
        join(token.getName(), Set.copyOf(Groups.of(token)));
    }

    private void create(Authentication token) {
        User person = identities.newUser(token.getName());
        if (token.getPrincipal() instanceof OidcUser user) {
            person.setFirstName(user.getGivenName());
            person.setLastName(user.getFamilyName());
            person.setEmail(user.getEmail());
        }
        byte[] password = new byte[PASSWORD_BYTES];
        random.nextBytes(password);
        person.setPassword(Base64.getEncoder().encodeToString(password));
        identities.saveUser(person);
    }

    private void join(String person, Set<String> claimed) {
        Set<String> left = identities.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(HashSet::new));
        claimed.stream()
                .filter(group -> !left.contains(group))
                .forEach(group -> identities.createMembership(person, group));
        left.removeAll(claimed);
        left.forEach(group -> identities.deleteMembership(person, group));
    }
}
