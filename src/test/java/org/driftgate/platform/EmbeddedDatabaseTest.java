package org.driftgate.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {

    @TempDir
    private Path root;

    @Test
    void keepsItsDataOverARestartDurablyAndBehindPasswords() throws IOException {
        try (var folder = DataFolder.lock(root);
                var database = EmbeddedDatabase.start(folder, port())) {
            assertThat(setting(database, "fsync")).isEqualTo("on");
            assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
            application(database).execute("create table public.kept as select 42 as answer");
            assertThatThrownBy(() -> new JdbcTemplate(new DriverManagerDataSource(database.url(), "postgres", "guess"))
                            .execute("select 1"))
                    .rootCause()
                    .hasMessageContaining("password authentication failed");
        }
        try (var folder = DataFolder.lock(root);
                var database = EmbeddedDatabase.start(folder, port())) {
            assertThat(application(database).queryForObject("select answer from public.kept", Integer.class))
                    .isEqualTo(42);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("secrets/driftgate_app"))))
                .isEqualTo("rw-------");
    }

    @Test
    void takesOverTheServerOfAKilledApplication() throws Exception {
        int port = port();
        killAnApplicationOn(port);
        ProcessHandle orphan =
                RunningServer.on(root.resolve("postgres")).orElseThrow().process();
        try (var folder = DataFolder.lock(root);
                var database = EmbeddedDatabase.start(folder, port)) {
            orphan.onExit().get(5, TimeUnit.SECONDS);
            assertThat(application(database).queryForObject("select answer from public.kept", Integer.class))
                    .isEqualTo(7);
        }
    }

    /** In a JVM of its own, which halts as if it were killed. */
    private void killAnApplicationOn(int port) throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        Process killed = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledApplication.class.getName(),
                        root.toString(),
                        "" + port)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("killed.log").toFile())
                .start();
        assertThat(killed.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(killed.exitValue())
                .as(Files.readString(root.resolve("killed.log")))
                .isEqualTo(KilledApplication.EXIT_CODE);
    }

    @Test
    void refusesAFolderThatIsInUse() throws IOException {
        try (var folder = DataFolder.lock(root)) {
            assertThatThrownBy(() -> DataFolder.lock(root))
                    .isInstanceOf(RefusedToStart.class)
                    .hasMessageContaining(root.toString());
            assertThat(folder.resolve("lock")).exists();
        }
    }

    private int port() {
        return new RememberedPorts(root.resolve("ports.properties")).port("postgres", false);
    }

    private static JdbcTemplate application(EmbeddedDatabase database) {
        return new JdbcTemplate(new DriverManagerDataSource(
                database.url(), EmbeddedDatabase.APPLICATION, database.passwordOf(EmbeddedDatabase.APPLICATION)));
    }

    private static String setting(EmbeddedDatabase database, String name) {
        return application(database).queryForObject("show " + name, String.class);
    }
}
