package org.driftgate.trading;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Proposals;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares fills with orders, quantities, prices and accounts, and keeps every break. What a person explained after an
 * earlier reconciliation of the case is not asked again while it stays the same.
 */
@Component
public class ReconcileExecutions {

    private final OrderRows rows;
    private final Proposals proposals;
    private final FindBreaks find;
    private final BreakTable table;
    private final AuditLog audit;
    private final Clock clock;

    ReconcileExecutions(
            OrderRows rows, Proposals proposals, FindBreaks find, BreakTable table, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.proposals = proposals;
        this.find = find;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Reconciliation forCase(CaseId about) {
        List<Order> orders = rows.ofCase(about);
        List<Break> breaks = find.of(about, orders);
        List<String> known = table.sentences(about);
        List<String> explained = table.explained(about);
        List<String> open = breaks.stream()
                .filter(found -> found.kind().needsExplanation())
                .map(Break::sentence)
                .filter(sentence -> !explained.contains(sentence))
                .toList();
        var reconciliation = new Reconciliation(filled(orders), isComplete(about, orders), breaks.size(), open);
        table.keep(about, orders.size(), reconciliation, breaks, clock.instant());
        record(about, orders.size(), reconciliation);
        for (Break found : breaks) if (!known.contains(found.sentence())) record(about, found);
        return reconciliation;
    }

    private static int filled(List<Order> orders) {
        return (int) orders.stream()
                .filter(order -> !order.progress().filled().isZero())
                .count();
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

    private void record(CaseId about, int orders, Reconciliation result) {
        audit.append(AuditEntry.ofCase(
                AuditEvent.EXECUTIONS_RECONCILED,
                about,
                Map.of(
                        "orders", orders,
                        "filled", result.filledOrders(),
                        "complete", result.complete(),
                        "breaks", result.breaks())));
    }

    private void record(CaseId about, Break found) {
        audit.append(AuditEntry.ofCase(
                AuditEvent.BREAK_FOUND, about, Map.of("kind", found.kind().name(), "sentence", found.sentence())));
    }

    /**
     * {@code complete}: every approved line was filled in full. {@code breaks} counts every difference; {@code
     * unexplained} says in sentences which of them a person must look at.
     */
    public record Reconciliation(int filledOrders, boolean complete, int breaks, List<String> unexplained) {

        public Reconciliation {
            unexplained = List.copyOf(unexplained);
        }

        public boolean tradedAnything() {
            return filledOrders > 0;
        }
    }
}
