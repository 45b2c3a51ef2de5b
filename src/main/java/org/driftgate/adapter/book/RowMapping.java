package org.driftgate.adapter.book;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Turns checked rows into the records of a book. */
final class RowMapping {

    private final Map<BookFile, Rows> files;

    RowMapping(Map<BookFile, Rows> files) {
        this.files = files;
    }

    BookRows book() {
        return new BookRows(
                all(BookFile.SECURITIES, RowMapping::security),
                all(
                        BookFile.SUBSTITUTES,
                        row -> new SubstituteRow(
                                row.text("symbol"), row.text("substitute"), row.yes("substantially_identical"))),
                all(BookFile.MODELS, row -> new ModelRow(row.text("model"), row.text("symbol"), row.number("weight"))),
                all(BookFile.HOUSEHOLDS, RowMapping::household),
                all(BookFile.TAX_UNITS, RowMapping::taxUnit),
                all(BookFile.ACCOUNTS, RowMapping::account),
                all(BookFile.LOTS, RowMapping::lot),
                all(BookFile.TRANSACTIONS, RowMapping::transaction),
                all(BookFile.CASH_NEEDS, this::cashNeed),
                all(BookFile.RESTRICTIONS, RowMapping::restriction),
                all(BookFile.OPEN_ORDERS, RowMapping::openOrder));
    }

    private <T> List<T> all(BookFile file, Function<Row, T> mapping) {
        return Objects.requireNonNull(files.get(file)).right().stream()
                .map(mapping)
                .toList();
    }

    private static SecurityRow security(Row row) {
        return new SecurityRow(
                row.text("symbol"),
                row.text("name"),
                row.text("asset_class"),
                row.text("kind"),
                row.number("price"),
                row.date("as_of"));
    }

    private static HouseholdRow household(Row row) {
        return new HouseholdRow(
                row.text("household"),
                row.text("name"),
                row.text("advisor"),
                row.text("advisor_email"),
                row.text("client_email"),
                row.textOrNull("model"),
                row.text("approval_mode"));
    }

    private static TaxUnitRow taxUnit(Row row) {
        return new TaxUnitRow(
                row.text("tax_unit"),
                row.text("household"),
                row.text("filing_status"),
                row.number("long_term_rate"),
                row.number("short_term_rate"),
                row.numberOrNull("gain_budget"),
                row.number("realized_short_ytd"),
                row.number("realized_long_ytd"),
                row.number("carryforward_short"),
                row.number("carryforward_long"));
    }

    private static AccountRow account(Row row) {
        return new AccountRow(
                row.text("account"),
                row.text("household"),
                row.text("tax_unit"),
                row.text("owner"),
                row.dateOrNull("owner_birth_date"),
                row.text("registration"),
                row.text("custodian"),
                row.text("status"),
                row.yes("discretionary"),
                row.number("cash"),
                row.number("settled_cash"),
                row.yes("held_away"));
    }

    private static LotRow lot(Row row) {
        return new LotRow(
                row.text("lot"),
                row.text("account"),
                row.text("symbol"),
                row.number("quantity"),
                row.number("unit_cost"),
                row.date("acquired"));
    }

    private static TransactionRow transaction(Row row) {
        return new TransactionRow(
                row.text("account"),
                row.date("date"),
                row.text("symbol"),
                row.text("side"),
                row.number("quantity"),
                row.number("price"));
    }

    private CashNeedRow cashNeed(Row row) {
        Rows accounts = Objects.requireNonNull(files.get(BookFile.ACCOUNTS));
        Row account = Objects.requireNonNull(accounts.find(row.text("account")));
        return new CashNeedRow(
                row.text("household"),
                row.text("account"),
                row.text("kind"),
                CashNeedAmount.of(row, account),
                row.date("due"));
    }

    private static RestrictionRow restriction(Row row) {
        return new RestrictionRow(
                row.text("household"),
                row.textOrNull("account"),
                row.textOrNull("symbol"),
                row.text("kind"),
                row.text("reason"));
    }

    private static OpenOrderRow openOrder(Row row) {
        return new OpenOrderRow(
                row.text("account"), row.text("symbol"), row.text("side"), row.number("quantity"), row.date("entered"));
    }
}
