package org.driftgate.adapter.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.Position;
import org.driftgate.household.RecentTrade;
import org.driftgate.household.Registration;
import org.driftgate.household.Restriction;
import org.driftgate.household.TaxUnit;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.TaxUnitId;
import org.jspecify.annotations.Nullable;

/** Turns the rows about one household into the household that they describe. */
final class HouseholdUnpacking {

    private final Map<String, List<Row>> taxUnits;
    private final Map<String, List<Row>> accounts;
    private final Map<String, List<Row>> needs;
    private final Map<String, List<Row>> restrictions;
    private final Map<String, List<Row>> trades;
    private final Map<String, List<Row>> orders;
    private final RowStore lots;
    private final LotsByAccount lotsByAccount;

    HouseholdUnpacking(Map<BookFile, Rows> files) {
        taxUnits = grouped(files, BookFile.TAX_UNITS, "household");
        accounts = grouped(files, BookFile.ACCOUNTS, "household");
        needs = grouped(files, BookFile.CASH_NEEDS, "household");
        restrictions = grouped(files, BookFile.RESTRICTIONS, "household");
        trades = grouped(files, BookFile.TRANSACTIONS, "account");
        orders = grouped(files, BookFile.OPEN_ORDERS, "account");
        lots = HouseholdBook.rows(files, BookFile.LOTS);
        lotsByAccount = new LotsByAccount(HouseholdBook.rows(files, BookFile.ACCOUNTS), lots);
    }

    private static Map<String, List<Row>> grouped(Map<BookFile, Rows> files, BookFile file, String column) {
        Map<String, List<Row>> grouped = new HashMap<>();
        for (Row row : HouseholdBook.rows(files, file))
            grouped.computeIfAbsent(row.text(column), first -> new ArrayList<>(2))
                    .add(row);
        return grouped;
    }

    Household household(Row row) {
        String id = row.text("household");
        List<Row> own = accounts.getOrDefault(id, List.of());
        return new Household(
                new HouseholdId(id),
                row.text("name"),
                new AdviserId(row.text("advisor")),
                row.text("advisor_email"),
                List.of(),
                row.textOrNull("model"),
                constant(Household.ApprovalMode.class, row.text("approval_mode")),
                null,
                null,
                all(own, this::account),
                all(taxUnits.getOrDefault(id, List.of()), HouseholdUnpacking::taxUnit),
                all(needs.getOrDefault(id, List.of()), need -> need(need, own)),
                all(restrictions.getOrDefault(id, List.of()), HouseholdUnpacking::restriction),
                ofAccounts(own, trades, HouseholdUnpacking::trade),
                ofAccounts(own, orders, HouseholdUnpacking::order));
    }

    private static <T> List<T> all(List<Row> rows, Function<Row, T> mapping) {
        List<T> all = new ArrayList<>(rows.size());
        for (Row row : rows) all.add(mapping.apply(row));
        return all;
    }

    private static <T> List<T> ofAccounts(List<Row> accounts, Map<String, List<Row>> rows, Function<Row, T> mapping) {
        List<T> all = new ArrayList<>();
        for (Row account : accounts) all.addAll(all(rows.getOrDefault(account.text("account"), List.of()), mapping));
        return all;
    }

    private Account account(Row row) {
        String id = row.text("account");
        return new Account(
                new AccountId(id),
                new TaxUnitId(row.text("tax_unit")),
                row.text("owner"),
                row.dateOrNull("owner_birth_date"),
                registration(row.text("registration")),
                row.text("custodian"),
                constant(AccountStatus.class, row.text("status")),
                row.yes("discretionary"),
                row.yes("held_away"),
                new Money(row.number("cash")),
                new Money(row.number("settled_cash")),
                positions(id));
    }

    private List<Position> positions(String account) {
        Map<String, List<Lot>> bySymbol = new LinkedHashMap<>();
        int end = lotsByAccount.end(account);
        for (int index = lotsByAccount.first(account); index < end; index++) {
            List<String> fields = lots.get(lotsByAccount.row(index)).fields();
            bySymbol.computeIfAbsent(fields.get(2), first -> new ArrayList<>()).add(lot(fields));
        }
        List<Position> positions = new ArrayList<>(bySymbol.size());
        bySymbol.forEach((symbol, own) -> positions.add(new Position(new Symbol(symbol), sum(own), own)));
        return positions;
    }

    /** In the order of the columns of the file. */
    private static Lot lot(List<String> fields) {
        return new Lot(
                new LotId(fields.get(0)),
                new Symbol(fields.get(2)),
                new Quantity(new BigDecimal(fields.get(3))),
                new Price(new BigDecimal(fields.get(4))),
                LocalDate.parse(fields.get(5)));
    }

    private static Quantity sum(List<Lot> lots) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Lot lot : lots) sum = sum.add(lot.quantity().shares());
        return new Quantity(sum);
    }

    private static TaxUnit taxUnit(Row row) {
        BigDecimal budget = row.numberOrNull("gain_budget");
        return new TaxUnit(
                new TaxUnitId(row.text("tax_unit")),
                row.text("filing_status"),
                row.number("long_term_rate"),
                row.number("short_term_rate"),
                budget == null ? null : new Money(budget),
                new Money(row.number("realized_short_ytd")),
                new Money(row.number("realized_long_ytd")),
                new Money(row.number("carryforward_short")),
                new Money(row.number("carryforward_long")));
    }

    private static CashNeed need(Row row, List<Row> accounts) {
        String id = row.text("account");
        Row account = accounts.stream()
                .filter(one -> one.text("account").equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no account " + id));
        return new CashNeed(
                new AccountId(id),
                constant(CashNeed.Kind.class, row.text("kind")),
                new Money(CashNeedAmount.of(row, account)),
                row.date("due"));
    }

    private static Restriction restriction(Row row) {
        String account = row.textOrNull("account");
        @Nullable String symbol = row.textOrNull("symbol");
        return new Restriction(
                account == null ? null : new AccountId(account),
                symbol == null ? null : new Symbol(symbol),
                constant(Restriction.Kind.class, row.text("kind")),
                row.text("reason"));
    }

    private static RecentTrade trade(Row row) {
        BigDecimal gain = row.numberOrNull("gain");
        return new RecentTrade(
                new AccountId(row.text("account")),
                row.date("date"),
                new Symbol(row.text("symbol")),
                constant(Side.class, row.text("side")),
                new Quantity(row.number("quantity")),
                new Price(row.number("price")),
                gain == null ? null : new Money(gain));
    }

    private static OpenOrder order(Row row) {
        return new OpenOrder(
                new AccountId(row.text("account")),
                new Symbol(row.text("symbol")),
                constant(Side.class, row.text("side")),
                new Quantity(row.number("quantity")),
                row.date("entered"));
    }

    private static Registration registration(String text) {
        return text.equals("401k") ? Registration.WORKPLACE_PLAN : constant(Registration.class, text);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
