package org.driftgate.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Starts an application with nothing in it: the border stands before any bean. */
@ExtendWith(OutputCaptureExtension.class)
class DemoBorderTest {

    @Test
    void refusesTheSimulatorsDemoUsersAndAForgottenDatabaseOutsideDemo(CapturedOutput output) {
        assertThatThrownBy(
                        () -> start("production", "--driftgate.simulator.enabled=true", "--driftgate.demo.users=true"))
                .isInstanceOf(RefusedToStart.class)
                .hasMessageContaining("driftgate.simulator.enabled")
                .hasMessageContaining("driftgate.demo.users")
                .hasMessageContaining("no database");
        assertThat(output).contains("APPLICATION FAILED TO START", "driftgate.simulator.enabled", "Action:");
    }

    @Test
    void refusesASecretOfTheDemonstrationOutsideDemo() {
        assertThatThrownBy(() -> start(
                        "production",
                        "--spring.datasource.url=jdbc:postgresql://localhost/firm",
                        "--camunda.bpm.admin-user.password=Admin",
                        "--spring.flyway.password=postgres",
                        "--driftgate.schwab.client-secret=demo-schwab-secret"))
                .isInstanceOf(RefusedToStart.class)
                .hasMessageContaining("camunda.bpm.admin-user.password is a secret that everybody knows")
                .hasMessageContaining("spring.flyway.password is a secret that everybody knows")
                .hasMessageContaining("driftgate.schwab.client-secret")
                .hasMessageNotContaining("demo-schwab-secret");
    }

    @Test
    void findsAKnownSecretInTheVariablesOfTheEnvironmentToo() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "systemEnvironment",
                        Map.of("SPRING_DATASOURCE_PASSWORD", "driftgate", "SPRING_FLYWAY_PASSWORD", "quiet-harbour")));

        assertThat(KnownSecrets.in(environment))
                .containsExactly("spring.datasource.password is a secret that everybody knows");
    }

    @Test
    void makesNoObjectOfAClassBeyondThePlatformsOwn() throws Exception {
        assertThat(revived(new ArrayList<>(List.of("a", 1)))).isEqualTo(List.of("a", 1));
        assertThatThrownBy(() -> revived(new SimpleDriver())).isInstanceOf(InvalidClassException.class);
        assertThatThrownBy(() -> revived(new java.sql.SQLException("x"))).isInstanceOf(InvalidClassException.class);
    }

    private static final class SimpleDriver implements java.io.Serializable {}

    private static Object revived(Object value) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            in.setObjectInputFilter(Deserialization.FILTER);
            return in.readObject();
        }
    }

    @Test
    void startsOutsideDemoWithADatabaseOfItsOwn() {
        try (var context = start("production", "--spring.datasource.url=jdbc:postgresql://localhost/firm").context) {
            assertThat(context.isRunning()).isTrue();
        }
    }

    @Test
    void takesDemoWhenNoProfileIsNamed() {
        try (var context = start("", "--driftgate.data=target/demo-border").context) {
            assertThat(context.getEnvironment().getDefaultProfiles()).containsExactly("demo");
            assertThat(context.getEnvironment().getProperty("driftgate.ports.postgres", Integer.class))
                    .isPositive();
        }
    }

    private record Started(org.springframework.context.ConfigurableApplicationContext context) {}

    private static Started start(String profile, String... settings) {
        var builder = new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE);
        if (!profile.isEmpty()) builder.profiles(profile);
        return new Started(builder.run(settings));
    }

    @Configuration
    static class Nothing {}
}
