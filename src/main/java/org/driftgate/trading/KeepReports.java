package org.driftgate.trading;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Quantity;
import org.springframework.stereotype.Component;

/** Keeps a custodian's report of one order as facts; what contradicts the order goes to quarantine. */
@Component
class KeepReports {

    private final OrderWrites writes;
    private final Quarantine quarantine;
    private final AuditLog audit;

    KeepReports(OrderWrites writes, Quarantine quarantine, AuditLog audit) {
        this.writes = writes;
        this.quarantine = quarantine;
        this.audit = audit;
    }

    void report(DayBook book, OrderReport report) {
        Optional<DayBook.Sent> known = book.find(report.order());
        if (known.isEmpty()) {
            quarantine.keep(book.custodian(), report, null, "unknown order");
            return;
        }
        DayBook.Sent sent = known.get();
        Optional<String> contradiction = contradiction(book, sent, report);
        if (contradiction.isPresent()) {
            quarantine.keep(book.custodian(), report, sent.order().intent().about(), contradiction.get());
            return;
        }
        keepState(book, sent, report);
        for (OrderReport.Execution execution : report.executions()) keep(book, sent, report, execution);
    }

    private static Optional<String> contradiction(DayBook book, DayBook.Sent sent, OrderReport report) {
        Order.Intent intent = sent.order().intent();
        if (!report.account().equals(intent.account())) return Optional.of(Quarantine.WRONG_ACCOUNT);
        if (!report.symbol().equals(intent.symbol())) return Optional.of("wrong symbol");
        if (report.side() != intent.side()) return Optional.of("wrong side");
        String ours = book.reference(sent, report.reference());
        if (ours.equals(report.reference())) return Optional.empty();
        return Optional.of("second order at the custodian, ours is " + ours);
    }

    private void keepState(DayBook book, DayBook.Sent sent, OrderReport report) {
        var fact = new OrderFact.Reported(
                sent.attempt(), report.state(), report.reference(), report.code(), report.message());
        Order order = sent.order();
        if (book.knows(sent, fact)) return;
        book.learn(sent, fact);
        if (!writes.report(order.intent().id(), sent.attempt(), report)) return;
        audit.append(AuditEntry.ofCase(event(report.state()), order.intent().about(), facts(sent, report)));
    }

    private static AuditEvent event(OrderReport.State state) {
        return switch (state) {
            case REJECTED -> AuditEvent.ORDER_REJECTED;
            case WORKING -> AuditEvent.ORDER_ACKNOWLEDGED;
            case FILLED, CANCELLED, EXPIRED -> AuditEvent.ORDER_CLOSED;
        };
    }

    private void keep(DayBook book, DayBook.Sent sent, OrderReport report, OrderReport.Execution raw) {
        var execution = new OrderReport.Execution(
                raw.id(), raw.quantity(), raw.price(), raw.executedAt().truncatedTo(ChronoUnit.MICROS));
        var fact = new OrderFact.Executed(sent.attempt(), execution);
        if (!book.knows(sent, fact) && !keepNew(book, sent, report, fact)) return;
        for (LotSale lot : summed(raw.relieved()))
            keep(book, sent, new OrderFact.Relieved(sent.attempt(), raw.id(), lot));
    }

    /** False when it contradicts the order. */
    private boolean keepNew(DayBook book, DayBook.Sent sent, OrderReport report, OrderFact.Executed fact) {
        CaseId about = sent.order().intent().about();
        OrderReport.Execution execution = fact.execution();
        Optional<String> problem = problem(book, sent, execution);
        if (problem.isPresent()) {
            quarantine.keep(book.custodian(), report, execution, about, problem.get());
            return false;
        }
        book.learn(sent, fact);
        if (writes.execution(book.custodian(), sent.order().intent().id(), sent.attempt(), execution))
            audit.append(AuditEntry.ofCase(AuditEvent.FILL_RECEIVED, about, facts(sent, execution)));
        return true;
    }

    private void keep(DayBook book, DayBook.Sent sent, OrderFact.Relieved relieved) {
        if (book.knows(sent, relieved)) return;
        book.learn(sent, relieved);
        writes.relieved(book.custodian(), sent.order().intent().id(), relieved);
    }

    /** Each lot once: rows of one execution may name it more than once. */
    private static List<LotSale> summed(List<LotSale> lots) {
        var sums = new LinkedHashMap<LotId, Quantity>();
        for (LotSale lot : lots) if (!lot.quantity().isZero()) sums.merge(lot.lot(), lot.quantity(), Quantity::plus);
        return sums.entrySet().stream()
                .map(sum -> new LotSale(sum.getKey(), sum.getValue()))
                .toList();
    }

    private Optional<String> problem(DayBook book, DayBook.Sent sent, OrderReport.Execution execution) {
        if (execution.quantity().isZero()) return Optional.of(Quarantine.NO_QUANTITY);
        if (execution.price().isZero()) return Optional.of(Quarantine.NO_PRICE);
        if (writes.contradicts(book.custodian(), sent.order().intent().id(), execution))
            return Optional.of("execution id used before");
        return book.fits(sent, execution.quantity()) ? Optional.empty() : Optional.of(Quarantine.OVER_FILL);
    }

    private static Map<String, Object> facts(DayBook.Sent sent, OrderReport report) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("order", sent.order().intent().id().toString());
        facts.put("line", sent.order().intent().line());
        facts.put("before", sent.order().state().name());
        facts.put("state", report.state().name());
        facts.put("reference", report.reference());
        if (report.code() != null) facts.put("code", report.code());
        if (report.message() != null) facts.put("message", report.message());
        return facts;
    }

    private static Map<String, Object> facts(DayBook.Sent sent, OrderReport.Execution execution) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("order", sent.order().intent().id().toString());
        facts.put("line", sent.order().intent().line());
        facts.put("execution", execution.id());
        facts.put("quantity", execution.quantity().toString());
        facts.put("price", execution.price().toString());
        facts.put("executedAt", execution.executedAt().toString());
        return facts;
    }
}
