package org.driftgate.security;

import java.net.URI;
import org.driftgate.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The three chains before a real engine and its web applications, on a real port; one context for all tests of them. */
@SpringBootTest(
        classes = SecurityTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.profiles.active=security-test",
            "spring.datasource.hikari.connection-timeout=1000",
            "driftgate.security.secure-cookies=false",
            "camunda.bpm.authorization.enabled=true",
            "camunda.bpm.auto-deployment-enabled=false",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.webapp.index-redirect-enabled=false"
        })
abstract class RunningSecurity {

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        String url = TestDatabase.createEmpty("security_rules");
        settings.add("spring.datasource.url", () -> url);
        settings.add("spring.datasource.username", TestDatabase::applicationRole);
        settings.add("spring.datasource.password", TestDatabase::password);
        settings.add("spring.flyway.user", TestDatabase::owner);
        settings.add("spring.flyway.password", TestDatabase::password);
    }

    final URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
