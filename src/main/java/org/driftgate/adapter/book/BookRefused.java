package org.driftgate.adapter.book;

import java.nio.file.Path;
import java.util.stream.Collectors;

/** A book that must be loaded and cannot be; the message has every finding that was kept. */
public final class BookRefused extends RuntimeException {

    private final Path folder;

    public BookRefused(Path folder, BookFolder.Answer.Refused refused) {
        super(message(folder, refused));
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }

    private static String message(Path folder, BookFolder.Answer.Refused refused) {
        return refused.findings().stream()
                .map(BookFinding::toString)
                .collect(Collectors.joining(
                        "\n  ", "The book %s is refused, findings: %d\n  ".formatted(folder, refused.count()), ""));
    }
}
