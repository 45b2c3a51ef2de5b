package org.driftgate.trading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.OrderId;
import org.driftgate.trading.OrderFact.AnswerKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inserts what happened to orders; nothing is ever changed, and what is already there is left alone. */
@Component
class OrderWrites {

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderWrites(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void plan(Order.Intent intent, UUID verdict, String lotHash) {
        int planned = jdbc.sql("""
                insert into driftgate.order_intent (id, case_id, verdict_id, version_id, trade_hash, decision, lot_hash,
                  snapshot_id, line, account_id, side, symbol, quantity, limit_price, custodian, discretionary,
                  recommended_by, placed_by, planned_at)
                values (:id, :about, :verdict, :version, :hash, 'APPROVED', :lotHash, :snapshot, :line, :account, :side,
                  :symbol, :quantity, :limit, :custodian, :discretionary, :recommendedBy, :placedBy, :now)
                on conflict (version_id, line) do nothing""")
                .param("id", intent.id().value())
                .param("about", intent.about().value())
                .param("verdict", verdict)
                .param("version", intent.version().value())
                .param("hash", intent.tradeHash())
                .param("lotHash", lotHash)
                .param("snapshot", intent.snapshot().value())
                .param("line", intent.line())
                .param("account", intent.account().value())
                .param("side", intent.side().name())
                .param("symbol", intent.symbol().value())
                .param("quantity", intent.quantity().shares())
                .param("limit", intent.limit().dollars())
                .param("custodian", intent.custodian())
                .param("discretionary", intent.discretionary())
                .param("recommendedBy", intent.recommendedBy().value())
                .param("placedBy", intent.placedBy().value())
                .param("now", now())
                .update();
        if (planned == 1) planLots(intent.id(), intent.lots());
    }

    private void planLots(OrderId id, List<LotSale> lots) {
        for (int i = 0; i < lots.size(); i++)
            jdbc.sql("insert into driftgate.order_lot values (:id, :ordinal, :lot, :quantity)")
                    .param("id", id.value())
                    .param("ordinal", i + 1)
                    .param("lot", lots.get(i).lot().value())
                    .param("quantity", lots.get(i).quantity().shares())
                    .update();
    }

    /** One statement, so that the schema looks up once what they share; fails when one of them was claimed already. */
    void claim(List<Ticket> tickets, LocalDate day, String worker, long check) {
        jdbc.sql("""
                insert into driftgate.attempt (intent_id, n, client_order_id, quantity, claimed_at, claimed_on, claimed_by,
                  release_check)
                select t.intent, t.n, t.client_order, t.quantity, :now, :day, :worker, :check
                from unnest(cast(:intents as uuid[]), cast(:attempts as integer[]), cast(:clientOrders as uuid[]),
                  cast(:quantities as numeric[])) as t (intent, n, client_order, quantity)""")
                .param("now", now())
                .param("day", day)
                .param("worker", worker)
                .param("check", check)
                .param(
                        "intents",
                        texts(tickets, ticket -> ticket.order().intent().id()))
                .param("attempts", texts(tickets, Ticket::attempt))
                .param("clientOrders", texts(tickets, Ticket::clientOrderId))
                .param(
                        "quantities",
                        texts(tickets, ticket -> ticket.quantity().shares().toPlainString()))
                .update();
    }

    private static String[] texts(List<Ticket> tickets, Function<Ticket, Object> part) {
        return tickets.stream().map(part).map(Object::toString).toArray(String[]::new);
    }

    boolean answer(
            OrderId intent,
            int n,
            AnswerKind kind,
            @Nullable String reference,
            @Nullable String code,
            @Nullable String message) {
        return jdbc.sql("""
                insert into driftgate.attempt_answer (intent_id, n, kind, reference, code, message, at)
                values (:intent, :n, :kind, :reference, :code, :message, :now) on conflict do nothing""")
                        .param("intent", intent.value())
                        .param("n", n)
                        .param("kind", kind.name())
                        .param("reference", reference)
                        .param("code", code)
                        .param("message", message)
                        .param("now", now())
                        .update()
                == 1;
    }

    boolean report(OrderId intent, int n, OrderReport report) {
        return jdbc.sql("""
                insert into driftgate.order_event (intent_id, n, state, reference, code, message, at)
                values (:intent, :n, :state, :reference, :code, :message, :now) on conflict do nothing""")
                        .param("intent", intent.value())
                        .param("n", n)
                        .param("state", report.state().name())
                        .param("reference", report.reference())
                        .param("code", report.code())
                        .param("message", report.message())
                        .param("now", now())
                        .update()
                == 1;
    }

    boolean execution(String custodian, OrderId intent, int n, OrderReport.Execution execution) {
        return jdbc.sql("""
                insert into driftgate.execution
                  (custodian, execution_id, intent_id, n, quantity, price, executed_at, received_at)
                values (:custodian, :id, :intent, :n, :quantity, :price, :at, :now) on conflict do nothing""")
                        .param("custodian", custodian)
                        .param("id", execution.id())
                        .param("intent", intent.value())
                        .param("n", n)
                        .param("quantity", execution.quantity().shares())
                        .param("price", execution.price().dollars())
                        .param("at", utc(execution.executedAt()))
                        .param("now", now())
                        .update()
                == 1;
    }

    void relieved(String custodian, OrderId intent, OrderFact.Relieved relieved) {
        jdbc.sql("""
                insert into driftgate.relieved_lot
                  (custodian, execution_id, lot_id, quantity, intent_id, n, received_at)
                values (:custodian, :execution, :lot, :quantity, :intent, :n, :now) on conflict do nothing""")
                .param("custodian", custodian)
                .param("execution", relieved.execution())
                .param("lot", relieved.lot().lot().value())
                .param("quantity", relieved.lot().quantity().shares())
                .param("intent", intent.value())
                .param("n", relieved.attempt())
                .param("now", now())
                .update();
    }

    /** The same execution id is known with another order, quantity or price. */
    boolean contradicts(String custodian, OrderId intent, OrderReport.Execution execution) {
        return jdbc.sql("""
                select exists (select from driftgate.execution where custodian = :custodian and execution_id = :id
                  and (intent_id <> :intent or quantity <> :quantity or price <> :price))""")
                .param("custodian", custodian)
                .param("id", execution.id())
                .param("intent", intent.value())
                .param("quantity", execution.quantity().shares())
                .param("price", execution.price().dollars())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
