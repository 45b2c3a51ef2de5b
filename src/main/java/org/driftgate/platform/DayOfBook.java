package org.driftgate.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Offers {@code driftgate.demo.as-of}, the day of a book's prices, so that the demonstration begins on the trading day after
 * it. A folder that cannot be read is left to the book's own check, which says everything that is wrong with it.
 */
final class DayOfBook implements EnvironmentPostProcessor {

    private static final String KEY = "driftgate.demo.as-of";
    private static final String COLUMN = "as_of";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String book = environment.getProperty("driftgate.book");
        if (book == null || environment.containsProperty(KEY)) return;
        if (!environment.acceptsProfiles(Profiles.of("demo"))) return;
        Path securities = Path.of(book, "securities.csv");
        if (!Files.isReadable(securities)) return;
        String day = asOf(securities);
        if (!day.matches("\\d{4}-\\d{2}-\\d{2}")) return;
        environment.getPropertySources().addLast(new MapPropertySource("day of the book", Map.of(KEY, day)));
    }

    private static String asOf(Path securities) {
        try (var lines = Files.lines(securities)) {
            List<String> head = lines.limit(2).toList();
            if (head.size() < 2 || !head.get(0).endsWith("," + COLUMN)) return "";
            return head.get(1).substring(head.get(1).lastIndexOf(',') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + securities, e);
        }
    }
}
