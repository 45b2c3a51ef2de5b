package org.driftgate.adapter.book;

import static org.driftgate.adapter.book.BookFile.ACCOUNTS;
import static org.driftgate.adapter.book.BookFile.CASH_NEEDS;
import static org.driftgate.adapter.book.BookFile.LOTS;
import static org.driftgate.adapter.book.BookFile.MODELS;
import static org.driftgate.adapter.book.BookFile.OPEN_ORDERS;
import static org.driftgate.adapter.book.BookFile.SECURITIES;
import static org.driftgate.adapter.book.BookFile.TRANSACTIONS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What amounts and dates must be: weights complete, cash settled at most once, prices of one day, nothing from the future. */
final class FigureChecks {

    private static final BigDecimal WEIGHT_TOLERANCE = new BigDecimal("0.0001");

    private final Map<BookFile, Rows> files;
    private final Findings findings;

    FigureChecks(Map<BookFile, Rows> files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    void run() {
        checkWeights();
        checkCash();
        LocalDate asOf = right(SECURITIES).stream()
                .map(row -> row.date("as_of"))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
        checkOneDay(asOf);
        checkNotAfter(LOTS, "acquired", asOf);
        checkNotAfter(TRANSACTIONS, "date", asOf);
        checkNotAfter(OPEN_ORDERS, "entered", asOf);
        checkBirthDates(asOf);
        checkNeeds(asOf);
        checkGains();
    }

    private void checkWeights() {
        var byModel = right(MODELS).stream()
                .collect(Collectors.groupingBy(row -> row.text("model"), TreeMap::new, Collectors.toList()));
        byModel.forEach((model, rows) -> {
            BigDecimal total = rows.stream().map(row -> row.number("weight")).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (total.subtract(BigDecimal.ONE).abs().compareTo(WEIGHT_TOLERANCE) > 0)
                add(rows.get(0), "weight", "adds up to 1", "weights of '%s' add up to %s".formatted(model, total));
        });
    }

    private void checkCash() {
        for (Row row : right(ACCOUNTS))
            if (row.number("settled_cash").compareTo(row.number("cash")) > 0)
                add(
                        row,
                        "settled_cash",
                        "at most cash",
                        "%s is more than the cash of %s".formatted(row.text("settled_cash"), row.text("cash")));
    }

    private void checkOneDay(LocalDate asOf) {
        for (Row row : right(SECURITIES))
            if (row.date("as_of").isBefore(asOf))
                add(
                        row,
                        "as_of",
                        "one day",
                        "price of %s is of %s, the book's newest is of %s"
                                .formatted(row.text("symbol"), row.date("as_of"), asOf));
    }

    private void checkNotAfter(BookFile file, String column, LocalDate asOf) {
        for (Row row : right(file))
            if (row.date(column).isAfter(asOf))
                add(row, column, "not after as_of", "%s is after the book's day %s".formatted(row.date(column), asOf));
    }

    private void checkBirthDates(LocalDate asOf) {
        for (Row row : right(ACCOUNTS))
            if (!row.text("owner_birth_date").isEmpty()
                    && row.date("owner_birth_date").isAfter(asOf))
                add(row, "owner_birth_date", "not after as_of", "is after the book's day " + asOf);
    }

    private void checkNeeds(LocalDate asOf) {
        Rows accounts = files.getOrDefault(ACCOUNTS, Rows.unreadable(ACCOUNTS));
        for (Row row : right(CASH_NEEDS))
            CashNeedAmount.problem(row, accounts.findRight(row.text("account")), asOf)
                    .ifPresent(problem -> add(row, problem.column(), problem.rule(), problem.sentence()));
    }

    private void checkGains() {
        for (Row row : right(TRANSACTIONS))
            if (row.text("side").equals("buy") && !row.text("gain").isEmpty())
                add(row, "gain", "sales only", "a purchase has no gain");
    }

    private void add(Row row, String column, String rule, String sentence) {
        findings.add(row.file().fileName(), row.number(), column, rule, sentence);
    }

    private List<Row> right(BookFile file) {
        return files.getOrDefault(file, Rows.unreadable(file)).right();
    }
}
