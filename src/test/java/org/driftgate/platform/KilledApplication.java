package org.driftgate.platform;

import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Starts the database, commits a table, and is gone without closing anything. */
final class KilledApplication {

    static final int EXIT_CODE = 137;

    private KilledApplication() {}

    public static void main(String[] arguments) {
        var database = EmbeddedDatabase.start(DataFolder.lock(Path.of(arguments[0])), Integer.parseInt(arguments[1]));
        String role = EmbeddedDatabase.APPLICATION;
        new JdbcTemplate(new DriverManagerDataSource(database.url(), role, database.passwordOf(role)))
                .execute("create table public.kept as select 7 as answer");
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
