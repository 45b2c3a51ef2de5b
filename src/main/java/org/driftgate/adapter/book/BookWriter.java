package org.driftgate.adapter.book;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a book as a folder of CSV files that {@link BookFolder} reads back equal. */
public final class BookWriter {

    private final Path folder;

    public BookWriter(Path folder) {
        this.folder = folder;
    }

    public void write(BookRows book) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + folder, e);
        }
        write(BookFile.SECURITIES, book.securities(), BookWriter::security);
        write(BookFile.SUBSTITUTES, book.substitutes(), BookWriter::substitute);
        write(BookFile.MODELS, book.models(), row -> fields(row.model(), row.symbol(), row.weight()));
        write(BookFile.HOUSEHOLDS, book.households(), BookWriter::household);
        write(BookFile.TAX_UNITS, book.taxUnits(), BookWriter::taxUnit);
        write(BookFile.ACCOUNTS, book.accounts(), BookWriter::account);
        write(BookFile.LOTS, book.lots(), BookWriter::lot);
        write(BookFile.TRANSACTIONS, book.transactions(), BookWriter::transaction);
        write(BookFile.CASH_NEEDS, book.cashNeeds(), BookWriter::cashNeed);
        write(BookFile.RESTRICTIONS, book.restrictions(), BookWriter::restriction);
        write(BookFile.OPEN_ORDERS, book.openOrders(), BookWriter::openOrder);
    }

    private <T> void write(BookFile file, List<T> rows, Function<T, List<String>> toFields) {
        Path path = folder.resolve(file.fileName());
        try (var csv = CsvWriter.builder().build(path)) {
            csv.writeRecord(file.required());
            rows.forEach(row -> csv.writeRecord(toFields.apply(row)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    private static List<String> security(SecurityRow row) {
        return fields(row.symbol(), row.name(), row.assetClass(), row.kind(), row.price(), row.asOf());
    }

    private static List<String> substitute(SubstituteRow row) {
        return fields(row.symbol(), row.substitute(), row.substantiallyIdentical());
    }

    private static List<String> household(HouseholdRow row) {
        return fields(
                row.household(),
                row.name(),
                row.advisor(),
                row.advisorEmail(),
                row.clientEmail(),
                row.model(),
                row.approvalMode());
    }

    private static List<String> taxUnit(TaxUnitRow row) {
        return fields(
                row.taxUnit(),
                row.household(),
                row.filingStatus(),
                row.longTermRate(),
                row.shortTermRate(),
                row.gainBudget(),
                row.realizedShortYtd(),
                row.realizedLongYtd(),
                row.carryforwardShort(),
                row.carryforwardLong());
    }

    private static List<String> account(AccountRow row) {
        return fields(
                row.account(),
                row.household(),
                row.taxUnit(),
                row.owner(),
                row.ownerBirthDate(),
                row.registration(),
                row.custodian(),
                row.status(),
                row.discretionary(),
                row.cash(),
                row.settledCash(),
                row.heldAway());
    }

    private static List<String> lot(LotRow row) {
        return fields(row.lot(), row.account(), row.symbol(), row.quantity(), row.unitCost(), row.acquired());
    }

    private static List<String> transaction(TransactionRow row) {
        return fields(row.account(), row.date(), row.symbol(), row.side(), row.quantity(), row.price());
    }

    private static List<String> cashNeed(CashNeedRow row) {
        return fields(row.household(), row.account(), row.kind(), row.amount(), row.due());
    }

    private static List<String> restriction(RestrictionRow row) {
        return fields(row.household(), starred(row.account()), starred(row.symbol()), row.kind(), row.reason());
    }

    private static List<String> openOrder(OpenOrderRow row) {
        return fields(row.account(), row.symbol(), row.side(), row.quantity(), row.entered());
    }

    private static String starred(@Nullable String value) {
        return value == null ? "*" : value;
    }

    private static List<String> fields(@Nullable Object... values) {
        return java.util.Arrays.stream(values).map(BookWriter::text).toList();
    }

    private static String text(@Nullable Object value) {
        if (value == null) return "";
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
