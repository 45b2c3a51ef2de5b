package org.driftgate.trading;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares fills with orders, quantities and prices, and keeps every break. */
@Component
public class ReconcileExecutions {

    private final OrderRows rows;
    private final Proposals proposals;
    private final Quarantine quarantine;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReconcileExecutions(
            OrderRows rows, Proposals proposals, Quarantine quarantine, AuditLog audit, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.proposals = proposals;
        this.quarantine = quarantine;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public Reconciliation forCase(CaseId about) {
        List<Order> orders = rows.ofCase(about);
        List<Break> breaks = breaks(about, orders);
        int filled = (int) orders.stream()
                .filter(order -> !order.progress().filled().isZero())
                .count();
        var reconciliation = new Reconciliation(filled, isComplete(about, orders), breaks.size());
        keep(about, orders.size(), reconciliation, breaks);
        return reconciliation;
    }

    /** Every line of the version in force was filled in full. */
    private boolean isComplete(CaseId about, List<Order> orders) {
        Optional<ProposalVersion> current = proposals.current(about);
        if (current.isEmpty()) return false;
        long filledLines = orders.stream()
                .filter(order -> order.intent().version().equals(current.get().id()))
                .filter(Order::isComplete)
                .count();
        return filledLines == current.get().trades().size();
    }

    private List<Break> breaks(CaseId about, List<Order> orders) {
        var breaks = new ArrayList<Break>();
        for (Order order : orders) {
            quantityBreak(order).ifPresent(breaks::add);
            priceBreak(order).ifPresent(breaks::add);
        }
        int quarantined = quarantine.countOf(about);
        if (quarantined > 0)
            breaks.add(new Break("QUARANTINED", null, quarantined + " reports contradict the orders of this case."));
        return breaks;
    }

    private static Optional<Break> quantityBreak(Order order) {
        if (order.isComplete()) return Optional.empty();
        Order.Intent intent = order.intent();
        String kind = order.progress().attempts() == 0
                ? "NOT_SENT"
                : order.resolution()
                        .filter(ExecutionExceptions.Action.BY_HAND::equals)
                        .map(Enum::name)
                        .orElse("QUANTITY");
        return Optional.of(new Break(
                kind,
                intent.line(),
                "%s %s in account %s: %s of %s shares were filled; the order is %s."
                        .formatted(
                                intent.side(),
                                intent.symbol(),
                                intent.account(),
                                order.progress().filled(),
                                intent.quantity(),
                                order.state())));
    }

    private static Optional<Break> priceBreak(Order order) {
        Order.Intent intent = order.intent();
        return order.progress().executions().stream()
                .filter(execution -> intent.side() == Side.BUY
                        ? execution.price().compareTo(intent.limit()) > 0
                        : execution.price().compareTo(intent.limit()) < 0)
                .findFirst()
                .map(execution -> new Break(
                        "PRICE",
                        intent.line(),
                        "%s %s in account %s was filled at $%s, beyond its limit of $%s."
                                .formatted(
                                        intent.side(),
                                        intent.symbol(),
                                        intent.account(),
                                        execution.price(),
                                        intent.limit())));
    }

    private void keep(CaseId about, int orders, Reconciliation result, List<Break> breaks) {
        long id = jdbc.sql("""
                insert into driftgate.reconciliation (case_id, orders, filled, complete, at)
                values (:case, :orders, :filled, :complete, :now) returning id""")
                .param("case", about.value())
                .param("orders", orders)
                .param("filled", result.filledOrders())
                .param("complete", result.complete())
                .param("now", OrderWrites.utc(clock.instant()))
                .query(Long.class)
                .single();
        for (int i = 0; i < breaks.size(); i++) keep(about, id, i + 1, breaks.get(i));
        audit.append(AuditEntry.ofCase(
                AuditEvent.EXECUTIONS_RECONCILED,
                about,
                Map.of(
                        "orders", orders,
                        "filled", result.filledOrders(),
                        "complete", result.complete(),
                        "breaks", breaks.size())));
    }

    private void keep(CaseId about, long reconciliation, int number, Break found) {
        jdbc.sql("insert into driftgate.reconciliation_break values (:id, :number, :kind, :line, :sentence)")
                .param("id", reconciliation)
                .param("number", number)
                .param("kind", found.kind())
                .param("line", found.line())
                .param("sentence", found.sentence())
                .update();
        audit.append(AuditEntry.ofCase(
                AuditEvent.BREAK_FOUND, about, Map.of("kind", found.kind(), "sentence", found.sentence())));
    }

    private record Break(String kind, @Nullable Integer line, String sentence) {}

    /** {@code complete}: every approved line was filled in full. */
    public record Reconciliation(int filledOrders, boolean complete, int breaks) {

        public boolean tradedAnything() {
            return filledOrders > 0;
        }
    }
}
