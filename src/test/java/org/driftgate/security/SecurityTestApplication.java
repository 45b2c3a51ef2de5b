package org.driftgate.security;

import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.driftgate.testing.TestClock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The request rules before the real engine and its web applications; every address of ours is answered by a probe. */
@Configuration
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
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
    SmartInitializingSingleton people(IdentityService identities) {
        return () -> USERS.forEach((name, group) -> {
            var user = identities.newUser(name);
            user.setPassword(name);
            identities.saveUser(user);
            identities.saveGroup(identities.newGroup(group));
            identities.createMembership(name, group);
        });
    }

    @RestController
    static class Probe {

        @RequestMapping({"/", "/api/**"})
        String reached() {
            return "reached";
        }
    }
}
