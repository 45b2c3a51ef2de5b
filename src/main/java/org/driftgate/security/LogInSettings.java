package org.driftgate.security;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How old a log-in may be for an approval (zero: any age); whether people may log in with a password of ours beside single
 * sign-on; and who may still send one with each request, as scripts do, when they may not.
 */
@ConfigurationProperties("driftgate.security")
record LogInSettings(
        @DefaultValue("PT15M") Duration freshAuthentication,
        @DefaultValue("true") boolean passwordLogIn,
        @DefaultValue Set<String> serviceUsers) {

    boolean mayUsePassword(String name) {
        return passwordLogIn || serviceUsers.contains(name);
    }
}
