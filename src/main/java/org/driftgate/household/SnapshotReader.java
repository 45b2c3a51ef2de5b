package org.driftgate.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.modelportfolio.Model;
import org.driftgate.shared.AdviserId;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.SnapshotId;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.Weight;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a snapshot back with one query a table: for all its households or, through the indexes, for one of them. */
@Component
class SnapshotReader {

    private final JdbcClient jdbc;

    SnapshotReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Symbol, Security> securities(SnapshotId snapshot) {
        var securities = new HashMap<Symbol, Security>();
        query("snapshot_security", snapshot).query(row -> {
            var symbol = new Symbol(row.getString("symbol"));
            securities.put(
                    symbol,
                    new Security(
                            symbol,
                            row.getString("name"),
                            new AssetClass(row.getString("asset_class")),
                            Security.Kind.valueOf(row.getString("kind")),
                            new Price(row.getBigDecimal("price")),
                            row.getObject("priced_at", OffsetDateTime.class).toInstant()));
        });
        return securities;
    }

    Map<String, Model> models(SnapshotId snapshot) {
        var targets = new HashMap<String, Map<Symbol, Weight>>();
        query("snapshot_model_target", snapshot).query(row -> {
            targets.computeIfAbsent(row.getString("model"), name -> new HashMap<>())
                    .put(new Symbol(row.getString("symbol")), new Weight(row.getBigDecimal("weight")));
        });
        var models = new HashMap<String, Model>();
        targets.forEach((name, weights) -> models.put(name, new Model(name, weights)));
        return models;
    }

    List<Book.Substitute> substitutes(SnapshotId snapshot) {
        return jdbc.sql("select * from driftgate.snapshot_substitute where snapshot_id = :snapshot order by n")
                .param("snapshot", snapshot.value())
                .query((row, number) -> new Book.Substitute(
                        new Symbol(row.getString("symbol")),
                        new Symbol(row.getString("substitute")),
                        row.getBoolean("identical")))
                .list();
    }

    /** In the source's order; only the one asked for when a household is given. */
    List<Household> households(SnapshotId snapshot, @Nullable HouseholdId only) {
        var scope = new Scope(snapshot, only);
        var recipients = scope.children("snapshot_recipient", SnapshotRow::recipient);
        var taxUnits = scope.children("snapshot_tax_unit", SnapshotRow::taxUnit);
        var accounts = accounts(scope);
        var needs = scope.children("snapshot_cash_need", SnapshotRow::cashNeed);
        var restrictions = scope.children("snapshot_restriction", SnapshotRow::restriction);
        var trades = scope.children("snapshot_recent_trade", SnapshotRow::recentTrade);
        var orders = scope.children("snapshot_open_order", SnapshotRow::openOrder);
        return scope.rows("snapshot_household", "n", (row, number) -> {
            var id = row.getString("household_id");
            return new Household(
                    new HouseholdId(id),
                    row.getString("name"),
                    new AdviserId(row.getString("adviser_id")),
                    row.getString("adviser_email"),
                    of(recipients, id),
                    row.getString("model"),
                    Household.ApprovalMode.valueOf(row.getString("approval_mode")),
                    row.getString("life_event"),
                    row.getString("unreconciled"),
                    of(accounts, id),
                    of(taxUnits, id),
                    of(needs, id),
                    of(restrictions, id),
                    of(trades, id),
                    of(orders, id));
        });
    }

    private Map<String, List<Account>> accounts(Scope scope) {
        Map<String, List<Lot>> lots = scope.grouped(
                "snapshot_lot",
                "household_id, account_id, position, n",
                row -> row.getString("account_id") + " " + row.getInt("position"),
                SnapshotRow::lot);
        Map<String, List<Position>> positions = scope.grouped(
                "snapshot_position",
                "household_id, account_id, n",
                row -> row.getString("account_id"),
                row -> new Position(
                        new Symbol(row.getString("symbol")),
                        new Quantity(row.getBigDecimal("quantity")),
                        of(lots, row.getString("account_id") + " " + row.getInt("n"))));
        return scope.children(
                "snapshot_account", row -> SnapshotRow.account(row, of(positions, row.getString("account_id"))));
    }

    private JdbcClient.StatementSpec query(String table, SnapshotId snapshot) {
        return jdbc.sql("select * from driftgate." + table + " where snapshot_id = :snapshot")
                .param("snapshot", snapshot.value());
    }

    private static <T> List<T> of(Map<String, List<T>> grouped, String key) {
        return grouped.getOrDefault(key, List.of());
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The rows of one snapshot, or of one household in it. */
    private final class Scope {

        private final SnapshotId snapshot;
        private final @Nullable HouseholdId only;

        Scope(SnapshotId snapshot, @Nullable HouseholdId only) {
            this.snapshot = snapshot;
            this.only = only;
        }

        <T> Map<String, List<T>> children(String table, Reading<T> reading) {
            return grouped(table, "household_id, n", row -> row.getString("household_id"), reading);
        }

        <T> Map<String, List<T>> grouped(String table, String order, Reading<String> key, Reading<T> reading) {
            var grouped = new HashMap<String, List<T>>();
            statement(table, order).query(row -> {
                grouped.computeIfAbsent(key.of(row), first -> new ArrayList<>()).add(reading.of(row));
            });
            return grouped;
        }

        <T> List<T> rows(String table, String order, RowMapper<T> mapper) {
            return statement(table, order).query(mapper).list();
        }

        private JdbcClient.StatementSpec statement(String table, String order) {
            String sql = "select * from driftgate.%s where snapshot_id = :snapshot%s order by %s"
                    .formatted(table, only == null ? "" : " and household_id = :household", order);
            var statement = jdbc.sql(sql).param("snapshot", snapshot.value());
            return only == null ? statement : statement.param("household", only.value());
        }
    }
}
