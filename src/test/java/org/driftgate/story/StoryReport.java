package org.driftgate.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.LoggerFactory;

/** Figures of a story, on the console and in {@code target/story/report.txt}. */
final class StoryReport {

    private StoryReport() {}

    static void print(String text) {
        LoggerFactory.getLogger("story").info(text);
        try {
            Path file = Path.of("target/story/report.txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
