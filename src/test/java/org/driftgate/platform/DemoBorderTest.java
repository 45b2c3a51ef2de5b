package org.driftgate.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

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
                        "--driftgate.admin.password=admin",
                        "--driftgate.schwab.client-secret=demo-schwab-secret"))
                .isInstanceOf(RefusedToStart.class)
                .hasMessageContaining("driftgate.admin.password")
                .hasMessageContaining("driftgate.schwab.client-secret")
                .hasMessageNotContaining("demo-schwab-secret");
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
