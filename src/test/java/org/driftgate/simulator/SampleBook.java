package org.driftgate.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.driftgate.adapter.book.AccountRow;
import org.driftgate.adapter.book.BookRows;
import org.driftgate.adapter.book.CashNeedRow;
import org.driftgate.adapter.book.HouseholdRow;
import org.driftgate.adapter.book.LotRow;
import org.driftgate.adapter.book.ModelRow;
import org.driftgate.adapter.book.RestrictionRow;
import org.driftgate.adapter.book.SecurityRow;
import org.driftgate.adapter.book.SubstituteRow;
import org.driftgate.adapter.book.TaxUnitRow;
import org.driftgate.adapter.book.TransactionRow;

/**
 * Two households priced on 2026-11-19. H1 has two Schwab accounts, 10000001 taxable and 10000002 IRA, and holds too much
 * VTI; H2 has one account, 10000003, on target.
 */
public final class SampleBook {

    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 19);

    private SampleBook() {}

    public static BookRows rows() {
        return new BookRows(
                List.of(
                        security("VTI", "US Equity", "300"),
                        security("BND", "US Bond", "75"),
                        security("ITOT", "US Equity", "130")),
                List.of(new SubstituteRow("VTI", "ITOT", false)),
                List.of(new ModelRow("Balanced", "VTI", number("0.6")), new ModelRow("Balanced", "BND", number("0.4"))),
                List.of(
                        household("H1", "Calder", "ana@client.example; Leo Calder <leo@client.example>"),
                        household("H2", "Brook", "brook@client.example")),
                List.of(taxUnit("H1"), taxUnit("H2")),
                List.of(
                        account("H1-A1", "H1", "taxable", "5000"),
                        account("H1-A2", "H1", "ira", "1000"),
                        account("H2-A1", "H2", "taxable", "200")),
                List.of(
                        lot("L1", "H1-A1", "VTI", "200", "210", "2020-03-02"),
                        lot("L2", "H1-A1", "VTI", "100", "290", "2026-02-02"),
                        lot("L3", "H1-A1", "BND", "100", "80", "2021-06-01"),
                        lot("L4", "H1-A2", "VTI", "50", "200", "2019-05-01"),
                        lot("L5", "H1-A2", "BND", "200", "78", "2022-01-03"),
                        lot("L6", "H2-A1", "VTI", "200", "220", "2020-03-02"),
                        lot("L7", "H2-A1", "BND", "530", "76", "2021-06-01")),
                List.of(new TransactionRow(
                        "H1-A2", LocalDate.of(2026, 11, 2), "BND", "buy", number("10"), number("74.5"))),
                List.of(new CashNeedRow("H1", "H1-A1", "withdrawal", number("3000"), LocalDate.of(2026, 12, 10))),
                List.of(new RestrictionRow("H2", null, "ITOT", "no_buy", "prefers VTI")),
                List.of());
    }

    private static SecurityRow security(String symbol, String assetClass, String price) {
        return new SecurityRow(symbol, symbol + " fund", assetClass, "etf", number(price), AS_OF);
    }

    private static HouseholdRow household(String id, String name, String emails) {
        return new HouseholdRow(id, name, "advisor01", "advisor01@firm.example", emails, "Balanced", "household");
    }

    private static TaxUnitRow taxUnit(String household) {
        return new TaxUnitRow(
                household + "-T1",
                household,
                "married_joint",
                number("0.15"),
                number("0.24"),
                number("25000"),
                number("0"),
                number("100"),
                number("0"),
                number("-50"));
    }

    private static AccountRow account(String id, String household, String registration, String cash) {
        return new AccountRow(
                id,
                household,
                household + "-T1",
                "P1",
                LocalDate.of(1960, 5, 1),
                registration,
                "schwab",
                "active",
                true,
                number(cash),
                number(cash),
                false);
    }

    private static LotRow lot(String id, String account, String symbol, String quantity, String cost, String acquired) {
        return new LotRow(id, account, symbol, number(quantity), number(cost), LocalDate.parse(acquired));
    }

    private static BigDecimal number(String value) {
        return new BigDecimal(value);
    }
}
