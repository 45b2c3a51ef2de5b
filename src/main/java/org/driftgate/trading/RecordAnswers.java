package org.driftgate.trading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.shared.OrderId;
import org.driftgate.trading.OrderFact.AnswerKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a custodian answered in a transaction of its own, so that the engine's cannot take it back. */
@Component
class RecordAnswers {

    private final OrderWrites writes;
    private final AuditLog audit;

    RecordAnswers(OrderWrites writes, AuditLog audit) {
        this.writes = writes;
        this.audit = audit;
    }

    /** An order without an answer among them is in doubt. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keep(List<Ticket> sent, List<Acknowledgement> answers) {
        Map<OrderId, Acknowledgement> byOrder =
                answers.stream().collect(Collectors.toMap(Acknowledgement::order, Function.identity(), (a, b) -> a));
        for (Ticket ticket : sent) {
            Acknowledgement answer = byOrder.get(ticket.clientOrderId());
            if (answer instanceof Acknowledgement.Accepted accepted) acknowledge(ticket, accepted.reference());
            else if (answer instanceof Acknowledgement.Rejected rejected)
                reject(ticket, rejected.code(), rejected.message());
            else doubt(ticket, "the custodian's answer does not mention the order");
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keepDoubt(List<Ticket> sent, String why) {
        for (Ticket ticket : sent) doubt(ticket, why);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keepNotPlaced(List<Ticket> sent, String why) {
        for (Ticket ticket : sent)
            writes.answer(ticket.order().intent().id(), ticket.attempt(), AnswerKind.NOT_PLACED, null, null, why);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keepFound(Order order, OrderReport report) {
        Ticket ticket = latest(order);
        if (report.state() == OrderReport.State.REJECTED)
            reject(ticket, orElse(report.code(), "REJECTED"), orElse(report.message(), "rejected by the custodian"));
        else acknowledge(ticket, report.reference());
    }

    /** The custodian does not know it although every order of that day is over: it was never placed. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keepAbsence(Order order) {
        reject(latest(order), "ABSENT", "the custodian did not know the order after the close of its day");
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void keepDoubt(Order order, String why) {
        doubt(latest(order), why);
    }

    private static Ticket latest(Order order) {
        return new Ticket(order, order.progress().attempts(), order.remaining(), List.of(), null);
    }

    private void acknowledge(Ticket ticket, String reference) {
        if (answer(ticket, AnswerKind.ACKNOWLEDGED, reference, null, null))
            append(AuditEvent.ORDER_ACKNOWLEDGED, ticket, Map.of("reference", reference));
    }

    private void reject(Ticket ticket, String code, String message) {
        if (answer(ticket, AnswerKind.REJECTED, null, code, message))
            append(AuditEvent.ORDER_REJECTED, ticket, Map.of("code", code, "message", message));
    }

    private void doubt(Ticket ticket, String why) {
        if (answer(ticket, AnswerKind.UNKNOWN, null, null, why))
            append(AuditEvent.ORDER_UNKNOWN, ticket, Map.of("message", why));
    }

    private boolean answer(
            Ticket ticket,
            AnswerKind kind,
            @Nullable String reference,
            @Nullable String code,
            @Nullable String message) {
        return writes.answer(ticket.order().intent().id(), ticket.attempt(), kind, reference, code, message);
    }

    private void append(AuditEvent event, Ticket ticket, Map<String, Object> more) {
        var facts = new LinkedHashMap<String, Object>(more);
        facts.put("order", ticket.order().intent().id().toString());
        facts.put("clientOrderId", ticket.clientOrderId().toString());
        facts.put("attempt", ticket.attempt());
        facts.put("line", ticket.order().intent().line());
        audit.append(AuditEntry.ofCase(event, ticket.order().intent().about(), facts));
    }

    private static String orElse(@Nullable String value, String other) {
        return value == null || value.isBlank() ? other : value;
    }
}
