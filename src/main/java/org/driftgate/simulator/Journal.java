package org.driftgate.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What happened to one part of the outside world, one JSON document a line, appended and never changed. */
final class Journal<T> {

    private final Path file;
    private final Class<T> type;

    Journal(Path file, Class<T> type) {
        this.file = file;
        this.type = type;
    }

    /** Oldest first. A last line cut off by a crash is left out and cut from the file. */
    List<T> readAll() {
        try {
            if (!Files.exists(file)) return List.of();
            String text = Files.readString(file);
            int complete = text.lastIndexOf('\n') + 1;
            if (complete < text.length()) Files.writeString(file, text.substring(0, complete));
            List<T> entries = new ArrayList<>();
            for (String line : text.substring(0, complete).lines().toList())
                entries.add(Json.read(line.getBytes(StandardCharsets.UTF_8), type));
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    void append(T entry) {
        appendAll(List.of(entry));
    }

    /** All or, after a crash, a readable part of them from the first on. */
    void appendAll(List<T> entries) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            StringBuilder lines = new StringBuilder();
            for (T entry : entries)
                lines.append(Json.MAPPER.writerFor(type).writeValueAsString(entry))
                        .append('\n');
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot append to " + file, e);
        }
    }
}
