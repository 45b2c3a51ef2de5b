package org.driftgate.security;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks name and password against the engine's users; after too many wrong ones it does not look for a while. */
@Component
class EngineLogIn implements AuthenticationProvider {

    private static final int LONGEST_NAME = 64;
    private final IdentityService identities;
    private final LogInSettings settings;
    private final LogInThrottle throttle;

    EngineLogIn(IdentityService identities, LogInSettings settings, LogInThrottle throttle) {
        this.identities = identities;
        this.settings = settings;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        Object password = attempt.getCredentials();
        if (password == null || !isRight(name, password.toString(), address(attempt))) throw new WrongPassword();
        return UsernamePasswordAuthenticationToken.authenticated(name, null, authorities(name));
    }

    /** Counts what is wrong, and does not look at all after too much of it. */
    boolean isRight(String name, String password, String address) {
        if (name.isBlank() || name.length() > LONGEST_NAME || !settings.mayUsePassword(name)) return false;
        throttle.demandTurn(name, address);
        boolean right = identities.checkPassword(name, password);
        if (right) throttle.right(name, address);
        else throttle.wrong(name, address);
        return right;
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    /** Behind a proxy this is the client's address only with {@code server.forward-headers-strategy=native}. */
    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "no address";
    }

    private List<SimpleGrantedAuthority> authorities(String name) {
        return identities.createGroupQuery().groupMember(name).list().stream()
                .map(Group::getId)
                .map(Groups::authority)
                .toList();
    }
}
