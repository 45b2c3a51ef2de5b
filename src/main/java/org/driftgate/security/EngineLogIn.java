package org.driftgate.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Checks name and password against the engine's users; after a wrong one it delays that user (3 s, doubling). */
@Component
class EngineLogIn implements AuthenticationProvider {

    private final IdentityService identities;

    EngineLogIn(IdentityService identities) {
        this.identities = identities;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        Object password = attempt.getCredentials();
        if (name.isBlank() || password == null || !identities.checkPassword(name, password.toString()))
            throw new BadCredentialsException("name or password is wrong");
        return UsernamePasswordAuthenticationToken.authenticated(name, null, authorities(name));
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private List<SimpleGrantedAuthority> authorities(String name) {
        return identities.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .map(Groups::authority)
                .toList();
    }
}
