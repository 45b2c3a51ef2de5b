package org.driftgate.adapter.book;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads one file strictly as UTF-8 CSV and keeps the rows whose fields all look right. */
final class RowReader {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path folder;
    private final Findings findings;

    RowReader(Path folder, Findings findings) {
        this.folder = folder;
        this.findings = findings;
    }

    Rows read(BookFile file) {
        Path path = folder.resolve(file.fileName());
        if (!Files.isRegularFile(path)) {
            findings.add(file.fileName(), 0, "", "file", "is missing");
            return Rows.unreadable(file);
        }
        try (var in = new BufferedInputStream(Files.newInputStream(path))) {
            skipByteOrderMark(in);
            return rows(file, in);
        } catch (CsvParseException | IOException | UncheckedIOException e) {
            findings.add(file.fileName(), 0, "", unreadable(e), sentence(e));
        }
        return Rows.unreadable(file);
    }

    /** Spreadsheets write one in front of UTF-8. */
    private static void skipByteOrderMark(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) in.reset();
    }

    private static String unreadable(Exception e) {
        if (isEncoding(e)) return "encoding";
        return e instanceof CsvParseException ? "csv" : "file";
    }

    private static String sentence(Exception e) {
        if (isEncoding(e)) return "is not UTF-8";
        return (e instanceof CsvParseException ? "is not CSV: " : "cannot be read: ") + e.getMessage();
    }

    private static boolean isEncoding(Exception e) {
        return e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException;
    }

    private Rows rows(BookFile file, InputStream in) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        try (var csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(new InputStreamReader(in, decoder))) {
            var records = csv.iterator();
            if (!records.hasNext()) {
                findings.add(file.fileName(), 0, "", "header", "is empty, not even a header");
                return Rows.unreadable(file);
            }
            CsvRecord header = records.next();
            if (!isHeader(file, header)) return Rows.unreadable(file);
            Rows rows = Rows.of(file);
            while (records.hasNext()) addRow(file, records.next(), header.getFieldCount(), rows);
            return rows;
        }
    }

    private boolean isHeader(BookFile file, CsvRecord record) {
        List<String> found = record.getFields();
        if (found.equals(file.header()) || found.equals(file.required())) return true;
        for (String column : file.required())
            if (!found.contains(column)) findings.add(file.fileName(), 1, column, "column", "is missing");
        for (String column : found)
            if (!file.header().contains(column)) findings.add(file.fileName(), 1, column, "column", "is unknown");
        if (found.containsAll(file.required()) && file.header().containsAll(found))
            findings.add(file.fileName(), 1, "", "column", "columns must be " + String.join(",", file.header()));
        return false;
    }

    private void addRow(BookFile file, CsvRecord record, int expected, Rows rows) {
        long number = record.getStartingLineNumber();
        if (record.getFieldCount() != expected) {
            String sentence = "has %d fields, not %d".formatted(record.getFieldCount(), expected);
            findings.add(file.fileName(), number, "", "fields", sentence);
            return;
        }
        var row = new Row(file, number, filled(file, record.getFields()));
        rows.add(row, looksRight(row));
    }

    /** An optional column that is not there is empty. */
    private static List<String> filled(BookFile file, List<String> fields) {
        if (fields.size() == file.columns().size()) return List.copyOf(fields);
        List<String> all = new ArrayList<>(fields);
        while (all.size() < file.columns().size()) all.add("");
        return List.copyOf(all);
    }

    private boolean looksRight(Row row) {
        boolean right = true;
        for (int i = 0; i < row.file().columns().size(); i++) {
            var column = row.file().columns().get(i);
            String value = row.fields().get(i);
            if (column.rule().accepts().test(value)) continue;
            right = false;
            String sentence = "%s, not '%s'".formatted(column.rule().demand(), shortened(value));
            findings.add(
                    row.file().fileName(),
                    row.number(),
                    column.name(),
                    column.rule().name(),
                    sentence);
        }
        return right;
    }

    private static String shortened(String value) {
        String printable = value.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "…";
    }
}
