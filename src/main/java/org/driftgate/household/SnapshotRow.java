package org.driftgate.household;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.TaxUnitId;

/** What one row of each snapshot table means. */
final class SnapshotRow {

    private SnapshotRow() {}

    static Account account(ResultSet row, List<Position> positions) throws SQLException {
        return new Account(
                new AccountId(row.getString("account_id")),
                new TaxUnitId(row.getString("tax_unit_id")),
                row.getString("owner"),
                row.getObject("owner_birth_date", LocalDate.class),
                Registration.valueOf(row.getString("registration")),
                row.getString("custodian"),
                AccountStatus.valueOf(row.getString("status")),
                row.getBoolean("discretionary"),
                row.getBoolean("held_away"),
                new Money(row.getBigDecimal("cash")),
                new Money(row.getBigDecimal("settled_cash")),
                positions);
    }

    static Lot lot(ResultSet row) throws SQLException {
        return new Lot(
                new LotId(row.getString("lot_id")),
                new Symbol(row.getString("symbol")),
                new Quantity(row.getBigDecimal("quantity")),
                new Price(row.getBigDecimal("unit_cost")),
                row.getObject("acquired", LocalDate.class));
    }

    static TaxUnit taxUnit(ResultSet row) throws SQLException {
        BigDecimal budget = row.getBigDecimal("gain_budget");
        return new TaxUnit(
                new TaxUnitId(row.getString("tax_unit_id")),
                row.getString("filing_status"),
                row.getBigDecimal("long_term_rate"),
                row.getBigDecimal("short_term_rate"),
                budget == null ? null : new Money(budget),
                new Money(row.getBigDecimal("realized_short_ytd")),
                new Money(row.getBigDecimal("realized_long_ytd")),
                new Money(row.getBigDecimal("carryforward_short")),
                new Money(row.getBigDecimal("carryforward_long")));
    }

    static Household.Recipient recipient(ResultSet row) throws SQLException {
        return new Household.Recipient(row.getString("name"), row.getString("email"));
    }

    static CashNeed cashNeed(ResultSet row) throws SQLException {
        return new CashNeed(
                new AccountId(row.getString("account_id")),
                CashNeed.Kind.valueOf(row.getString("kind")),
                new Money(row.getBigDecimal("amount")),
                row.getObject("due", LocalDate.class));
    }

    static Restriction restriction(ResultSet row) throws SQLException {
        String account = row.getString("account_id");
        String symbol = row.getString("symbol");
        return new Restriction(
                account == null ? null : new AccountId(account),
                symbol == null ? null : new Symbol(symbol),
                Restriction.Kind.valueOf(row.getString("kind")),
                row.getString("reason"));
    }

    static RecentTrade recentTrade(ResultSet row) throws SQLException {
        return new RecentTrade(
                new AccountId(row.getString("account_id")),
                row.getObject("traded", LocalDate.class),
                new Symbol(row.getString("symbol")),
                Side.valueOf(row.getString("side")),
                new Quantity(row.getBigDecimal("quantity")),
                new Price(row.getBigDecimal("price")));
    }

    static OpenOrder openOrder(ResultSet row) throws SQLException {
        return new OpenOrder(
                new AccountId(row.getString("account_id")),
                new Symbol(row.getString("symbol")),
                Side.valueOf(row.getString("side")),
                new Quantity(row.getBigDecimal("quantity")),
                row.getObject("entered", LocalDate.class));
    }
}
