package org.driftgate.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * PostgreSQL inside the data folder, as durable as any other: fsync and synchronous commit are on, every connection
 * proves a password. One role owns and migrates, the other one works. What the server refuses stands with role and
 * statement in its own log of the last seven days, because the transaction that was refused can keep nothing.
 */
final class EmbeddedDatabase implements AutoCloseable {

    static final String OWNER = "driftgate_owner";
    static final String APPLICATION = "driftgate_app";
    private static final String SUPERUSER = "postgres";
    private static final String NAME = "driftgate";
    private static final String ACCESS_RULES = """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    /** Replaying the log of a killed server takes longer than an ordinary start. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final EmbeddedPostgres server;
    private final SecretFiles secrets;

    private EmbeddedDatabase(EmbeddedPostgres server, SecretFiles secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    static EmbeddedDatabase start(DataFolder folder, int port) {
        Path directory = folder.resolve("postgres");
        var secrets = new SecretFiles(folder.resolve("secrets"));
        RunningServer.on(directory).ifPresent(RunningServer::stop);
        try {
            var database = new EmbeddedDatabase(launch(directory, port, secrets.password(SUPERUSER)), secrets);
            database.demandPasswords(directory.resolve("pg_hba.conf"));
            database.createRoles();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL in %s does not start".formatted(directory), e);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), NAME);
    }

    String passwordOf(String role) {
        return secrets.password(role);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** No shutdown hook of its own: the server must outlive the engine and the connection pool. */
    private static EmbeddedPostgres launch(Path directory, int port, String password) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(LONGEST_START)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", "log")
                .setServerConfig("log_filename", "refused-%u.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .setServerConfig("log_line_prefix", "%m,%u,%r,")
                .setServerConfig("log_error_verbosity", "terse")
                .setConnectConfig("password", password)
                .start();
    }

    /** A fresh server trusts every local user; from here on it asks for passwords. */
    private void demandPasswords(Path accessRules) throws IOException {
        if (Files.readString(accessRules).equals(ACCESS_RULES)) return;
        var superuser = new JdbcTemplate(as(SUPERUSER, "postgres"));
        superuser.execute("alter role %s password '%s'".formatted(SUPERUSER, secrets.password(SUPERUSER)));
        Files.writeString(accessRules, ACCESS_RULES);
        superuser.execute("select pg_reload_conf()");
    }

    private void createRoles() {
        var superuser = new JdbcTemplate(as(SUPERUSER, "postgres"));
        createRole(superuser, OWNER);
        createRole(superuser, APPLICATION);
        if (!exists(superuser, "select count(*) from pg_database where datname = ?", NAME))
            superuser.execute("create database %s owner %s".formatted(NAME, OWNER));
        new JdbcTemplate(as(SUPERUSER, NAME)).execute("grant create, usage on schema public to " + APPLICATION);
    }

    private void createRole(JdbcTemplate superuser, String role) {
        if (!exists(superuser, "select count(*) from pg_roles where rolname = ?", role))
            superuser.execute("create role %s login".formatted(role));
        superuser.execute("alter role %s password '%s'".formatted(role, secrets.password(role)));
    }

    private static boolean exists(JdbcTemplate superuser, String question, String name) {
        Integer found = superuser.queryForObject(question, Integer.class, name);
        return found != null && found > 0;
    }

    private DataSource as(String role, String database) {
        String url = "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
        return new DriverManagerDataSource(url, role, secrets.password(role));
    }
}
