package org.driftgate.adapter.book;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A folder of CSV files in the neutral format: read whole, or refused whole with what is wrong. */
public record BookFolder(Path path) {

    public Answer read() {
        var findings = new Findings();
        var reader = new RowReader(path, findings);
        Map<BookFile, Rows> files = new EnumMap<>(BookFile.class);
        for (BookFile file : BookFile.values()) files.put(file, reader.read(file));
        new CrossChecks(files, findings).run();
        if (!findings.isEmpty()) return new Answer.Refused(findings.first(), findings.count());
        return new Answer.Accepted(new RowMapping(files).book());
    }

    public sealed interface Answer {

        record Accepted(BookRows rows) implements Answer {}

        /** At most a hundred findings, and how many there are. */
        record Refused(List<BookFinding> findings, long count) implements Answer {

            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }
}
