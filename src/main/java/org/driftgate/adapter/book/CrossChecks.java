package org.driftgate.adapter.book;

import static org.driftgate.adapter.book.BookFile.ACCOUNTS;
import static org.driftgate.adapter.book.BookFile.CASH_NEEDS;
import static org.driftgate.adapter.book.BookFile.HOUSEHOLDS;
import static org.driftgate.adapter.book.BookFile.LOTS;
import static org.driftgate.adapter.book.BookFile.MODELS;
import static org.driftgate.adapter.book.BookFile.OPEN_ORDERS;
import static org.driftgate.adapter.book.BookFile.RESTRICTIONS;
import static org.driftgate.adapter.book.BookFile.SECURITIES;
import static org.driftgate.adapter.book.BookFile.SUBSTITUTES;
import static org.driftgate.adapter.book.BookFile.TAX_UNITS;
import static org.driftgate.adapter.book.BookFile.TRANSACTIONS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What rows must be to each other: unique, known, and of the same household. */
final class CrossChecks {

    private final Map<BookFile, Rows> files;
    private final Findings findings;

    CrossChecks(Map<BookFile, Rows> files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    void run() {
        files.values().forEach(this::checkUnique);
        checkSecurities();
        checkHouseholds();
        checkAccountsAndTaxUnits();
        checkWhatAccountsHold();
        checkInstructions();
        new FigureChecks(files, findings).run();
    }

    private void checkUnique(Rows rows) {
        String columns =
                String.join("+", rows.file().header().subList(0, rows.file().keyColumns()));
        for (Row row : rows.repeated()) {
            String sentence = "'%s' occurs twice".formatted(row.key());
            findings.add(row.file().fileName(), row.number(), columns, "unique", sentence);
        }
    }

    private void checkSecurities() {
        if (rows(SECURITIES).isReadable() && rows(SECURITIES).right().isEmpty())
            findings.add(SECURITIES.fileName(), 0, "", "not empty", "has no security");
        for (Row row : rows(MODELS).right()) checkKnown(row, "symbol", SECURITIES);
        for (Row row : rows(SUBSTITUTES).right()) {
            checkKnown(row, "symbol", SECURITIES);
            checkKnown(row, "substitute", SECURITIES);
            if (row.text("symbol").equals(row.text("substitute")))
                add(row, "substitute", "different", "must be another security than '%s'", row.text("symbol"));
        }
    }

    private void checkHouseholds() {
        if (rows(HOUSEHOLDS).isReadable() && rows(HOUSEHOLDS).right().isEmpty())
            findings.add(HOUSEHOLDS.fileName(), 0, "", "not empty", "has no household");
        Set<String> models =
                rows(MODELS).right().stream().map(row -> row.text("model")).collect(Collectors.toSet());
        Set<String> withAccounts = rows(ACCOUNTS).right().stream()
                .map(row -> row.text("household"))
                .collect(Collectors.toSet());
        for (Row row : rows(HOUSEHOLDS).right()) {
            String model = row.text("model");
            if (!model.isEmpty() && rows(MODELS).isReadable() && !models.contains(model))
                add(row, "model", "known", "'%s' is not in models.csv", model);
            if (rows(ACCOUNTS).isReadable() && !withAccounts.contains(row.text("household")))
                add(row, "household", "has accounts", "'%s' has no account", row.text("household"));
        }
    }

    private void checkAccountsAndTaxUnits() {
        for (Row row : rows(TAX_UNITS).right()) checkKnown(row, "household", HOUSEHOLDS);
        for (Row row : rows(ACCOUNTS).right()) {
            checkKnown(row, "household", HOUSEHOLDS);
            checkKnown(row, "tax_unit", TAX_UNITS);
            checkSameHousehold(row, "tax_unit", TAX_UNITS);
        }
    }

    private void checkWhatAccountsHold() {
        for (BookFile file : List.of(LOTS, TRANSACTIONS, OPEN_ORDERS))
            for (Row row : rows(file).right()) {
                checkKnown(row, "account", ACCOUNTS);
                checkKnown(row, "symbol", SECURITIES);
            }
    }

    private void checkInstructions() {
        for (BookFile file : List.of(CASH_NEEDS, RESTRICTIONS))
            for (Row row : rows(file).right()) {
                checkKnown(row, "household", HOUSEHOLDS);
                if (row.text("account").equals("*")) continue;
                checkKnown(row, "account", ACCOUNTS);
                checkSameHousehold(row, "account", ACCOUNTS);
            }
        for (Row row : rows(RESTRICTIONS).right())
            if (!row.text("symbol").equals("*")) checkKnown(row, "symbol", SECURITIES);
    }

    private void checkKnown(Row row, String column, BookFile target) {
        String value = row.text(column);
        if (rows(target).isReadable() && rows(target).find(value) == null)
            add(row, column, "known", "'%s' is not in " + target.fileName(), value);
    }

    private void checkSameHousehold(Row row, String column, BookFile target) {
        Row other = rows(target).find(row.text(column));
        if (other == null || other.text("household").equals(row.text("household"))) return;
        add(row, column, "same household", "'%s' belongs to another household", row.text(column));
    }

    private void add(Row row, String column, String rule, String sentence, String value) {
        findings.add(row.file().fileName(), row.number(), column, rule, sentence.formatted(value));
    }

    private Rows rows(BookFile file) {
        return files.getOrDefault(file, Rows.unreadable(file));
    }
}
