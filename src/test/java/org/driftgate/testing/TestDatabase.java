package org.driftgate.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One real PostgreSQL for all tests of a JVM, migrated, with the owner's and the application's role. */
public final class TestDatabase {

    private static final String OWNER = "driftgate_owner";
    private static final String APPLICATION = "driftgate_app";
    private static final String PASSWORD = "of-the-tests";
    private static final TestDatabase INSTANCE = new TestDatabase();

    private final EmbeddedPostgres postgres;

    private TestDatabase() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", System.getProperty("driftgate.test.fsync", "on"))
                    .setServerConfig("log_min_messages", "fatal")
                    .setServerConfig("max_connections", "300")
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the test database does not start", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAfterTheContexts, "test database"));
        createRoles();
        migrate("driftgate");
    }

    /** An engine that loses its database first waits half a minute for it. */
    private void stopAfterTheContexts() {
        try {
            awaitContexts();
            postgres.close();
        } catch (InterruptedException | IOException e) {
            throw new IllegalStateException("the test database does not stop", e);
        }
    }

    /** All hooks start at once and in any order, so those of Spring may come into sight a moment after this one runs. */
    private static void awaitContexts() throws InterruptedException {
        for (int quiet = 0; quiet < 10; quiet++) {
            for (Thread thread : Thread.getAllStackTraces().keySet())
                if (thread.getName().startsWith("Spring") && thread.getName().endsWith("ShutdownHook")) {
                    thread.join(20_000);
                    quiet = 0;
                }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    public static String url() {
        return urlOf("driftgate");
    }

    public static String owner() {
        return OWNER;
    }

    public static String applicationRole() {
        return APPLICATION;
    }

    public static String password() {
        return PASSWORD;
    }

    /** As the application sees it: no update or delete on immutable tables. */
    public static DataSource asApplication() {
        return new DriverManagerDataSource(url(), APPLICATION, PASSWORD);
    }

    public static JdbcClient ownerJdbc() {
        return JdbcClient.create(new DriverManagerDataSource(url(), OWNER, PASSWORD));
    }

    /** Another database beside the shared one, created, empty and not migrated: for an application under test. */
    public static String createEmpty(String name) {
        INSTANCE.createDatabase(name);
        return urlOf(name);
    }

    /** A database of {@link #createEmpty} as its owner sees it. */
    public static DataSource inDatabase(String name) {
        return new DriverManagerDataSource(urlOf(name), OWNER, PASSWORD);
    }

    /** Empties every table that a test can fill, as the owner; reference data of the migrations stays. */
    public static void clear(String... keep) {
        var kept = new java.util.HashSet<>(List.of(keep));
        kept.addAll(List.of("driftgate.flyway_schema_history", "driftgate.market_day"));
        List<String> tables = ownerJdbc()
                .sql("select schemaname || '.' || tablename from pg_tables where schemaname in ('driftgate','audit')")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> !kept.contains(table))
                .toList();
        ownerJdbc().sql("truncate " + String.join(", ", tables) + " cascade").update();
    }

    private static String urlOf(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(INSTANCE.postgres.getPort(), database);
    }

    private void createRoles() {
        execute("create role %s login password '%s'".formatted(OWNER, PASSWORD));
        execute("create role %s login password '%s'".formatted(APPLICATION, PASSWORD));
        createDatabase("driftgate");
    }

    private void createDatabase(String name) {
        execute("create database %s owner %s".formatted(name, OWNER));
        executeIn(name, "grant create, usage on schema public to " + APPLICATION);
    }

    private void migrate(String database) {
        Flyway.configure()
                .dataSource(
                        "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database), OWNER, PASSWORD)
                .schemas("driftgate", "audit")
                .defaultSchema("driftgate")
                .placeholders(java.util.Map.of("app_role", APPLICATION))
                .load()
                .migrate();
    }

    private void execute(String sql) {
        executeIn("postgres", sql);
    }

    private void executeIn(String database, String sql) {
        try (var connection = postgres.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare the test database: " + sql, e);
        }
    }
}
