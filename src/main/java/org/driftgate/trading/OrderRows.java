package org.driftgate.trading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.SnapshotId;
import org.driftgate.shared.Symbol;
import org.driftgate.shared.VersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads orders with all their facts; the sets of rows that it reads are named by SQL conditions on {@code i}, the intent. */
@Component
class OrderRows {

    private final JdbcClient jdbc;

    OrderRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All versions of the case, oldest first, by line. */
    List<Order> ofCase(CaseId about) {
        return read("i.case_id = :key", about.value());
    }

    Optional<Order> byClientOrderId(OrderId sent) {
        return read("i.id = (select a.intent_id from driftgate.attempt a where a.client_order_id = :key)", sent.value())
                .stream()
                .findFirst();
    }

    /** Every order of which an attempt was claimed on that business day. */
    List<Order> claimedOn(LocalDate day) {
        return read("i.id in (select a.intent_id from driftgate.attempt a where a.claimed_on = :key)", day);
    }

    private List<Order> read(String condition, Object key) {
        Map<UUID, List<OrderFact>> facts = facts(condition, key);
        Map<UUID, List<LotSale>> lots = lots(condition, key);
        Map<UUID, ExecutionExceptions.Action> resolutions = resolutions(condition, key);
        return jdbc.sql("""
                select i.*, v.number from driftgate.order_intent i
                join driftgate.proposal_version v on v.id = i.version_id
                where %s order by v.number, i.line""".formatted(condition))
                .param("key", key)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Order(
                            intent(row, lots.getOrDefault(id, List.of())),
                            new OrderProgress(facts.getOrDefault(id, List.of())),
                            Optional.ofNullable(resolutions.get(id)));
                })
                .list();
    }

    private static Order.Intent intent(ResultSet row, List<LotSale> lots) throws SQLException {
        return new Order.Intent(
                new OrderId(row.getObject("id", UUID.class)),
                new CaseId(row.getString("case_id")),
                new VersionId(row.getObject("version_id", UUID.class)),
                row.getString("trade_hash"),
                new SnapshotId(row.getObject("snapshot_id", UUID.class)),
                row.getInt("line"),
                new AccountId(row.getString("account_id")),
                Side.valueOf(row.getString("side")),
                new Symbol(row.getString("symbol")),
                new Quantity(row.getBigDecimal("quantity")),
                new Price(row.getBigDecimal("limit_price")),
                lots,
                row.getString("custodian"),
                row.getBoolean("discretionary"),
                new PersonId(row.getString("recommended_by")),
                new PersonId(row.getString("placed_by")));
    }

    private Map<UUID, List<LotSale>> lots(String condition, Object key) {
        var found = new HashMap<UUID, List<LotSale>>();
        jdbc.sql("""
                select l.* from driftgate.order_lot l join driftgate.order_intent i on i.id = l.intent_id
                where %s order by l.ordinal""".formatted(condition)).param("key", key).query(row -> {
            found.computeIfAbsent(row.getObject("intent_id", UUID.class), id -> new ArrayList<>())
                    .add(new LotSale(new LotId(row.getString("lot_id")), new Quantity(row.getBigDecimal("quantity"))));
        });
        return found;
    }

    /** Decisions about the latest attempt of each order. */
    private Map<UUID, ExecutionExceptions.Action> resolutions(String condition, Object key) {
        var found = new HashMap<UUID, ExecutionExceptions.Action>();
        jdbc.sql("""
                select r.intent_id, x.action from driftgate.resolved_order r
                join driftgate.exception_resolution x on x.id = r.resolution_id
                join driftgate.order_intent i on i.id = r.intent_id
                where %s and r.n = (select max(a.n) from driftgate.attempt a where a.intent_id = i.id)""".formatted(condition)).param("key", key).query(row -> {
            found.put(
                    row.getObject("intent_id", UUID.class),
                    ExecutionExceptions.Action.valueOf(row.getString("action")));
        });
        return found;
    }

    private Map<UUID, List<OrderFact>> facts(String condition, Object key) {
        var found = new HashMap<UUID, List<OrderFact>>();
        collect("attempt", condition, key, found, OrderRows::claim);
        collect("attempt_answer", condition, key, found, OrderRows::answer);
        collect("order_event", condition, key, found, OrderRows::report);
        collect("execution", condition, key, found, OrderRows::execution);
        collect("relieved_lot", condition, key, found, OrderRows::relieved);
        return found;
    }

    private void collect(String table, String condition, Object key, Map<UUID, List<OrderFact>> into, Reader reader) {
        jdbc.sql("select f.* from driftgate.%s f join driftgate.order_intent i on i.id = f.intent_id where %s"
                        .formatted(table, condition))
                .param("key", key)
                .query(row -> {
                    into.computeIfAbsent(row.getObject("intent_id", UUID.class), id -> new ArrayList<>())
                            .add(reader.read(row));
                });
    }

    private static OrderFact claim(ResultSet row) throws SQLException {
        return new OrderFact.Claimed(
                row.getInt("n"),
                new OrderId(row.getObject("client_order_id", UUID.class)),
                new Quantity(row.getBigDecimal("quantity")),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant());
    }

    private static OrderFact answer(ResultSet row) throws SQLException {
        return new OrderFact.Answered(
                row.getInt("n"),
                OrderFact.AnswerKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getString("code"),
                row.getString("message"));
    }

    private static OrderFact report(ResultSet row) throws SQLException {
        return new OrderFact.Reported(
                row.getInt("n"),
                OrderReport.State.valueOf(row.getString("state")),
                row.getString("reference"),
                row.getString("code"),
                row.getString("message"));
    }

    private static OrderFact execution(ResultSet row) throws SQLException {
        return new OrderFact.Executed(
                row.getInt("n"),
                new OrderReport.Execution(
                        row.getString("execution_id"),
                        new Quantity(row.getBigDecimal("quantity")),
                        new Price(row.getBigDecimal("price")),
                        row.getObject("executed_at", OffsetDateTime.class).toInstant()));
    }

    private static OrderFact relieved(ResultSet row) throws SQLException {
        return new OrderFact.Relieved(
                row.getInt("n"),
                row.getString("execution_id"),
                new LotSale(new LotId(row.getString("lot_id")), new Quantity(row.getBigDecimal("quantity"))));
    }

    @FunctionalInterface
    private interface Reader {
        OrderFact read(ResultSet row) throws SQLException;
    }
}
