package org.driftgate.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The embedded database of a running application, seen from outside with all rights. */
record Database(Path data) {

    static Database of(String name) {
        return new Database(Path.of("target/story", name));
    }

    JdbcClient jdbc() {
        return JdbcClient.create(as("postgres"));
    }

    DriverManagerDataSource as(String role) {
        return new DriverManagerDataSource(url(), role, secret(role));
    }

    /** What the server itself wrote down. */
    String log() {
        try (var files = Files.list(data.resolve("postgres/log"))) {
            var text = new StringBuilder();
            for (Path file : files.sorted().toList()) text.append(Files.readString(file));
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String secret(String name) {
        try {
            return Files.readString(data.resolve("secrets").resolve(name)).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables in whose rows that text stands, as text or as bytes. */
    List<String> tablesWith(String text) {
        String bytes = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return jdbc().sql("""
                select schemaname || '."' || tablename || '"' from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')""").query(String.class).list().stream()
                .filter(table -> jdbc().sql("select count(*) from " + table
                                        + " t where strpos(t::text, :text) > 0 or strpos(t::text, :bytes) > 0")
                                .param("text", text)
                                .param("bytes", bytes)
                                .query(Long.class)
                                .single()
                        > 0)
                .toList();
    }

    private String url() {
        var ports = new Properties();
        try (var in = Files.newInputStream(data.resolve("ports.properties"))) {
            ports.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "jdbc:postgresql://localhost:%s/driftgate".formatted(ports.getProperty("postgres"));
    }
}
