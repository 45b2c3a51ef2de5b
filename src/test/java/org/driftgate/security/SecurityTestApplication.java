package org.driftgate.security;

import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.driftgate.testing.TestClock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The request rules before the real engine and its web applications; every address of ours is answered by a probe. */
@Configuration
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan("org.driftgate.security")
@ComponentScan({"org.driftgate.security", "org.driftgate.audit"})
class SecurityTestApplication {

    static final Map<String, String> USERS = Map.of(
            "reviewer", "compliance",
            "tax", "tax",
            "advisor01", "advisers",
            "trader", "traders",
            "owner", "owners",
            "examiner", "examiners");

    @Bean
    Clock clock() {
        return new TestClock();
    }

    @Bean
    SmartInitializingSingleton people(IdentityService identities, AuthorizationService authorizations) {
        return () -> {
            USERS.forEach((name, group) -> person(identities, name, group));
            person(identities, "admin", "camunda-admin");
            var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId("camunda-admin");
            grant.setResource(Resources.APPLICATION);
            grant.setResourceId(Authorization.ANY);
            grant.addPermission(Permissions.ALL);
            authorizations.saveAuthorization(grant);
        };
    }

    private static void person(IdentityService identities, String name, String group) {
        var user = identities.newUser(name);
        user.setFirstName(name);
        user.setLastName(name);
        user.setPassword(name);
        identities.saveUser(user);
        identities.saveGroup(identities.newGroup(group));
        identities.createMembership(name, group);
    }

    @RestController
    static class Probe {

        @RequestMapping({"/", "/reviews", "/sending", "/cases/**", "/api/**"})
        String reached() {
            return "reached";
        }
    }
}
