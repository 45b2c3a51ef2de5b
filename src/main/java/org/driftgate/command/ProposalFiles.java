package org.driftgate.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The four files, written into a folder of their own and moved where they belong once they are complete. That folder is in
 * theirs if there is one, because nobody may need to write beside it, and goes with the process if it is ended before.
 */
final class ProposalFiles implements AutoCloseable {

    private static final Map<String, List<String>> HEADERS = new LinkedHashMap<>();

    static {
        HEADERS.put("drift.csv", ProposalRows.DRIFT);
        HEADERS.put("trades.csv", ProposalRows.TRADES);
        HEADERS.put("lot_sales.csv", ProposalRows.LOT_SALES);
        HEADERS.put("households.csv", ProposalRows.HOUSEHOLDS);
    }

    private final Path folder;
    private final Path draft;
    private final List<CsvWriter> writers = new ArrayList<>();
    private final Thread discarding = new Thread(this::discardDraft);

    ProposalFiles(Path folder) throws IOException {
        this.folder = folder;
        Path parent = folder.toAbsolutePath().getParent();
        Path place = parent == null || Files.isDirectory(folder) ? folder : Files.createDirectories(parent);
        draft = Files.createTempDirectory(place, ".propose-");
        Runtime.getRuntime().addShutdownHook(discarding);
        for (Map.Entry<String, List<String>> file : HEADERS.entrySet()) {
            CsvWriter writer = CsvWriter.builder().build(draft.resolve(file.getKey()));
            writer.writeRecord(file.getValue());
            writers.add(writer);
        }
    }

    static Set<String> names() {
        return HEADERS.keySet();
    }

    void add(ProposalRows rows) {
        rows.drift().forEach(writers.get(0)::writeRecord);
        rows.trades().forEach(writers.get(1)::writeRecord);
        rows.lotSales().forEach(writers.get(2)::writeRecord);
        writers.get(3).writeRecord(rows.household());
    }

    void publish() throws IOException {
        closeWriters();
        Files.createDirectories(folder);
        for (String file : HEADERS.keySet())
            Files.move(draft.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private void closeWriters() throws IOException {
        for (CsvWriter writer : writers) writer.close();
        writers.clear();
    }

    /** What was not published is thrown away. */
    @Override
    public void close() throws IOException {
        closeWriters();
        discardDraft();
        Runtime.getRuntime().removeShutdownHook(discarding);
    }

    private void discardDraft() {
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.toList()) Files.delete(file);
            Files.delete(draft);
        } catch (IOException e) {
            throw new UncheckedIOException("the draft %s stays: %s".formatted(draft, e.getMessage()), e);
        }
    }
}
