package org.driftgate.adapter.book;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A folder of CSV files in the neutral format: read whole, or refused whole with what is wrong. */
public record BookFolder(Path path) {

    /** Every row as a record. */
    public Answer read() {
        var findings = new Findings();
        Map<BookFile, Rows> files = checked(findings);
        return findings.isEmpty() ? new Answer.Accepted(new RowMapping(files).book()) : refused(findings);
    }

    /** Household by household, for books that do not fit into memory as records. */
    public Opening open() {
        var findings = new Findings();
        Map<BookFile, Rows> files = checked(findings);
        return findings.isEmpty() ? new Opening.Opened(new HouseholdBook(files)) : refused(findings);
    }

    private Map<BookFile, Rows> checked(Findings findings) {
        var reader = new RowReader(path, findings);
        Map<BookFile, Rows> files = new EnumMap<>(BookFile.class);
        for (BookFile file : BookFile.values()) files.put(file, reader.read(file));
        new CrossChecks(files, findings).run();
        return files;
    }

    private static Answer.Refused refused(Findings findings) {
        return new Answer.Refused(findings.first(), findings.count());
    }

    public sealed interface Answer {

        record Accepted(BookRows rows) implements Answer {}

        /** At most a hundred findings, and how many there are. */
        record Refused(List<BookFinding> findings, long count) implements Answer, Opening {

            public Refused {
                findings = List.copyOf(findings);
            }
        }
    }

    public sealed interface Opening permits Opening.Opened, Answer.Refused {

        record Opened(HouseholdBook book) implements Opening {}
    }
}
