package org.driftgate.adapter.book;

import static org.driftgate.adapter.book.FieldRule.DATE;
import static org.driftgate.adapter.book.FieldRule.EMAILS;
import static org.driftgate.adapter.book.FieldRule.FRACTION;
import static org.driftgate.adapter.book.FieldRule.IDENTIFIER;
import static org.driftgate.adapter.book.FieldRule.NOT_NEGATIVE;
import static org.driftgate.adapter.book.FieldRule.NOT_POSITIVE;
import static org.driftgate.adapter.book.FieldRule.OWN_EMAIL;
import static org.driftgate.adapter.book.FieldRule.POSITIVE;
import static org.driftgate.adapter.book.FieldRule.SIGNED;
import static org.driftgate.adapter.book.FieldRule.TEXT;
import static org.driftgate.adapter.book.FieldRule.TICKER;
import static org.driftgate.adapter.book.FieldRule.YES_NO;
import static org.driftgate.adapter.book.FieldRule.oneOf;

import java.util.List;

/** The files of a book with their columns, in the order in which they are checked, and how many columns name a row. */
enum BookFile {
    SECURITIES(
            "securities.csv",
            1,
            column("symbol", TICKER),
            column("name", TEXT),
            column("asset_class", TEXT),
            column("kind", oneOf("stock", "etf", "mutual_fund")),
            column("price", POSITIVE),
            column("as_of", DATE)),
    SUBSTITUTES(
            "substitutes.csv",
            2,
            column("symbol", TICKER),
            column("substitute", TICKER),
            column("substantially_identical", YES_NO)),
    MODELS("models.csv", 2, column("model", TEXT), column("symbol", TICKER), column("weight", FRACTION)),
    HOUSEHOLDS(
            "households.csv",
            1,
            column("household", IDENTIFIER),
            column("name", TEXT),
            column("advisor", IDENTIFIER),
            column("advisor_email", OWN_EMAIL),
            column("client_email", EMAILS),
            column("model", TEXT.orEmpty()),
            column("approval_mode", oneOf("household", "trade"))),
    TAX_UNITS(
            "tax_units.csv",
            1,
            column("tax_unit", IDENTIFIER),
            column("household", IDENTIFIER),
            column("filing_status", oneOf("single", "married_joint", "married_separate", "head_of_household")),
            column("long_term_rate", FRACTION),
            column("short_term_rate", FRACTION),
            column("gain_budget", NOT_NEGATIVE.orEmpty()),
            column("realized_short_ytd", SIGNED),
            column("realized_long_ytd", SIGNED),
            column("carryforward_short", NOT_POSITIVE),
            column("carryforward_long", NOT_POSITIVE)),
    ACCOUNTS(
            "accounts.csv",
            1,
            column("account", IDENTIFIER),
            column("household", IDENTIFIER),
            column("tax_unit", IDENTIFIER),
            column("owner", TEXT),
            column("owner_birth_date", DATE.orEmpty()),
            column("registration", oneOf("taxable", "trust", "ira", "roth", "401k")),
            column("custodian", TEXT),
            column("status", oneOf("active", "frozen", "deceased", "transferring")),
            column("discretionary", YES_NO),
            column("cash", NOT_NEGATIVE),
            column("settled_cash", NOT_NEGATIVE),
            column("held_away", YES_NO)),
    LOTS(
            "lots.csv",
            1,
            column("lot", IDENTIFIER),
            column("account", IDENTIFIER),
            column("symbol", TICKER),
            column("quantity", POSITIVE),
            column("unit_cost", NOT_NEGATIVE),
            column("acquired", DATE)),
    TRANSACTIONS(
            "transactions.csv",
            0,
            column("account", IDENTIFIER),
            column("date", DATE),
            column("symbol", TICKER),
            column("side", oneOf("buy", "sell")),
            column("quantity", POSITIVE),
            column("price", POSITIVE),
            optional("gain", SIGNED.orEmpty())),
    CASH_NEEDS(
            "cash_needs.csv",
            0,
            column("household", IDENTIFIER),
            column("account", IDENTIFIER),
            column("kind", oneOf("withdrawal", "rmd", "contribution")),
            column("amount", POSITIVE.orEmpty()),
            column("due", DATE),
            optional("year_end_balance", POSITIVE.orEmpty())),
    RESTRICTIONS(
            "restrictions.csv",
            0,
            column("household", IDENTIFIER),
            column("account", IDENTIFIER.orStar()),
            column("symbol", TICKER.orStar()),
            column("kind", oneOf("no_sell", "no_buy", "locked")),
            column("reason", TEXT)),
    OPEN_ORDERS(
            "open_orders.csv",
            0,
            column("account", IDENTIFIER),
            column("symbol", TICKER),
            column("side", oneOf("buy", "sell")),
            column("quantity", POSITIVE),
            column("entered", DATE));

    /** A column, what its fields must look like, and whether a file may end before it. */
    record Column(String name, FieldRule rule, boolean optional) {}

    private final String fileName;
    private final int keyColumns;
    private final List<Column> columns;
    private final List<String> header;
    private final List<String> required;

    BookFile(String fileName, int keyColumns, Column... columns) {
        this.fileName = fileName;
        this.keyColumns = keyColumns;
        this.columns = List.of(columns);
        this.header = this.columns.stream().map(Column::name).toList();
        this.required = this.columns.stream()
                .filter(column -> !column.optional())
                .map(Column::name)
                .toList();
    }

    String fileName() {
        return fileName;
    }

    /** The leading columns that together occur once; none when rows may repeat. */
    int keyColumns() {
        return keyColumns;
    }

    List<Column> columns() {
        return columns;
    }

    List<String> header() {
        return header;
    }

    /** The columns without which a file is refused. */
    List<String> required() {
        return required;
    }

    private static Column column(String name, FieldRule rule) {
        return new Column(name, rule, false);
    }

    private static Column optional(String name, FieldRule rule) {
        return new Column(name, rule, true);
    }
}
