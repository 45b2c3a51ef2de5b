package org.driftgate.trading;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.market.MarketCalendar;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.review.Gate;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Claims orders in a transaction of its own, in which the gate, the window and the expiry are looked at once more. */
@Component
class ClaimOrders {

    private static final String WORKER = "pid " + ProcessHandle.current().pid();

    private final Gate gate;
    private final MarketCalendar market;
    private final OrderWrites writes;
    private final Submissions submissions;
    private final AuditLog audit;
    private final Clock clock;

    ClaimOrders(
            Gate gate,
            MarketCalendar market,
            OrderWrites writes,
            Submissions submissions,
            AuditLog audit,
            Clock clock) {
        this.gate = gate;
        this.market = market;
        this.writes = writes;
        this.submissions = submissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What stood against it; empty means that every ticket is claimed. Nothing is claimed otherwise. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    List<String> claim(CaseId about, ApprovedVersion approval, List<Ticket> tickets) {
        List<String> objections = objections(about, approval);
        if (!objections.isEmpty()) {
            submissions.refuse(about, objections);
            return objections;
        }
        List<CustodyOrder> sent = tickets.stream()
                .filter(Ticket::isToBeSent)
                .map(Ticket::custodyOrder)
                .toList();
        String file = sent.isEmpty() ? "" : submissions.keepFile(about, sent);
        for (Ticket ticket : tickets) claim(about, approval, ticket, file);
        return List.of();
    }

    private List<String> objections(CaseId about, ApprovedVersion approval) {
        Instant now = clock.instant();
        var objections = new ArrayList<>(gate.objections(about));
        Optional<ApprovedVersion> standing = gate.approval(about);
        if (standing.filter(other -> isSame(approval, other)).isEmpty())
            objections.add("The approved version changed while its orders were being prepared.");
        if (!approval.expiresAt().isAfter(now)) objections.add("The approval expired at " + approval.expiresAt() + ".");
        if (!market.isReleaseOpen(now)) objections.add("No release window is open at " + now + ".");
        return objections;
    }

    private static boolean isSame(ApprovedVersion one, ApprovedVersion other) {
        return one.version().id().equals(other.version().id())
                && one.version().tradeHash().equals(other.version().tradeHash())
                && one.verdict().equals(other.verdict())
                && one.lotHash().equals(other.lotHash());
    }

    private void claim(CaseId about, ApprovedVersion approval, Ticket ticket, String file) {
        Order.Intent intent = ticket.order().intent();
        writes.claim(intent.id(), ticket.attempt(), ticket.clientOrderId(), ticket.quantity(), market.today(), WORKER);
        audit.append(AuditEntry.ofCase(AuditEvent.ORDER_CLAIMED, about, memorandum(ticket, approval, file)));
        Ticket.Refused refused = ticket.refused();
        if (refused == null) return;
        writes.answer(
                intent.id(), ticket.attempt(), OrderFact.AnswerKind.REJECTED, null, refused.code(), refused.message());
        audit.append(AuditEntry.ofCase(
                AuditEvent.ORDER_REJECTED,
                about,
                Map.of(
                        "order", intent.id().toString(),
                        "line", intent.line(),
                        "placed", false,
                        "code", refused.code(),
                        "message", refused.message())));
    }

    /** Rule 204-2(a)(3): terms, who recommended, who placed, account, date, custodian, discretion. */
    private static Map<String, Object> memorandum(Ticket ticket, ApprovedVersion approval, String file) {
        Order.Intent intent = ticket.order().intent();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("order", intent.id().toString());
        facts.put("clientOrderId", ticket.clientOrderId().toString());
        facts.put("attempt", ticket.attempt());
        facts.put("version", approval.version().number());
        facts.put("line", intent.line());
        facts.put("account", intent.account().value());
        facts.put("side", intent.side().name());
        facts.put("symbol", intent.symbol().value());
        facts.put("quantity", ticket.quantity().toString());
        facts.put("approvedQuantity", intent.quantity().toString());
        facts.put("limit", intent.limit().toString());
        facts.put("duration", "DAY");
        facts.put("custodian", intent.custodian());
        facts.put("recommendedBy", intent.recommendedBy().value());
        facts.put("placedBy", intent.placedBy().value());
        facts.put("discretionary", intent.discretionary());
        facts.put("tradeHash", intent.tradeHash());
        facts.put("lotHash", approval.lotHash());
        if (!ticket.warnings().isEmpty()) facts.put("warnings", ticket.warnings());
        if (!file.isEmpty()) facts.put("tradeFile", file);
        return facts;
    }
}
