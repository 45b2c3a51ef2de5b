package org.driftgate.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** A short story on the database image that docker-compose.yml names, with its own role script. */
class ContainerStoryIT {

    private static final Map<String, String> PASSWORDS =
            Map.of("POSTGRES_PASSWORD", "super", "OWNER_PASSWORD", "owner", "APP_PASSWORD", "app");

    @Test
    void goesFromDriftToReviewOnPostgres17() {
        assumeTrue(dockerIsThere(), "no container engine on this machine");
        RunningApplication.forget("container");
        try (var database = postgres()) {
            database.start();
            String url =
                    "jdbc:postgresql://%s:%d/driftgate".formatted(database.getHost(), database.getMappedPort(5432));
            try (var application = RunningApplication.start("container", settings(url))) {
                var api = new Api(application);
                var staff = new Staff(api);
                var day = new FirmDay(api, staff);

                String run = day.startRun();

                assertThat(staff.cases(run, "IN_REVIEW")).isNotEmpty();
                assertThat(staff.workEveryQueue(run)).isPositive();
                day.settle();
                assertThat(staff.cases(run, "WAITING_FOR_RELEASE")).isNotEmpty();
                theRecordCannotBeChanged(url);
            }
        }
    }

    private static void theRecordCannotBeChanged(String url) {
        var jdbc = JdbcClient.create(new DriverManagerDataSource(url, "driftgate_app", "app"));
        assertThat(jdbc.sql("select count(*) from audit.entry")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThatThrownBy(() -> jdbc.sql("update audit.entry set actor = 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static Map<String, String> settings(String url) {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", "driftgate_app",
                "spring.datasource.password", "app",
                "spring.flyway.user", "driftgate_owner",
                "spring.flyway.password", "owner");
    }

    private static GenericContainer<?> postgres() {
        return new GenericContainer<>(DockerImageName.parse("postgres:17"))
                .withEnv(PASSWORDS)
                .withExposedPorts(5432)
                .withCopyFileToContainer(
                        MountableFile.forHostPath("src/main/docker/roles.sh", 0755),
                        "/docker-entrypoint-initdb.d/roles.sh")
                .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\n", 2)
                        .withStartupTimeout(Duration.ofMinutes(2)));
    }

    private static boolean dockerIsThere() {
        try {
            return DockerClientFactory.instance().isDockerAvailable();
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
