package org.driftgate.trading;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.market.MarketCalendar;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.shared.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Claims orders in a transaction of its own, in which everything is looked at once more. */
@Component
class ClaimOrders {

    private static final String WORKER = "pid " + ProcessHandle.current().pid();

    private final ApprovalStands stands;
    private final Sending sending;
    private final ReleaseChecks checks;
    private final MarketCalendar market;
    private final OrderWrites writes;
    private final Submissions submissions;
    private final AuditLog audit;
    private final Clock clock;

    ClaimOrders(
            ApprovalStands stands,
            Sending sending,
            ReleaseChecks checks,
            MarketCalendar market,
            OrderWrites writes,
            Submissions submissions,
            AuditLog audit,
            Clock clock) {
        this.stands = stands;
        this.sending = sending;
        this.checks = checks;
        this.market = market;
        this.writes = writes;
        this.submissions = submissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What stood against it; empty means that every ticket is claimed. Nothing is claimed otherwise. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    List<String> claim(CaseId about, ApprovedVersion approval, long check, List<Ticket> tickets) {
        List<String> objections = objections(approval, check);
        if (!objections.isEmpty()) {
            submissions.refuse(about, objections);
            return objections;
        }
        List<CustodyOrder> sent = tickets.stream()
                .filter(Ticket::isToBeSent)
                .map(Ticket::custodyOrder)
                .toList();
        String file = sent.isEmpty() ? "" : submissions.keepFile(about, sent);
        writes.claim(tickets, market.today(), WORKER, check);
        audit.appendAll(tickets.stream()
                .map(ticket ->
                        AuditEntry.ofCase(AuditEvent.ORDER_CLAIMED, about, memorandum(ticket, approval, check, file)))
                .toList());
        for (Ticket ticket : tickets) if (ticket.refused() != null) refuse(about, ticket, ticket.refused());
        return List.of();
    }

    private List<String> objections(ApprovedVersion approval, long check) {
        var objections = new ArrayList<String>(sending.objection().stream().toList());
        objections.addAll(stands.objections(approval));
        objections.addAll(checks.objections(approval, check));
        Instant now = clock.instant();
        if (!market.isReleaseOpen(now)) objections.add("No release window is open at " + now + ".");
        return objections;
    }

    private void refuse(CaseId about, Ticket ticket, Ticket.Refused refused) {
        Order.Intent intent = ticket.order().intent();
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
    private static Map<String, Object> memorandum(Ticket ticket, ApprovedVersion approval, long check, String file) {
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
        facts.put("releaseCheck", check);
        if (!ticket.warnings().isEmpty()) facts.put("warnings", ticket.warnings());
        if (!file.isEmpty()) facts.put("tradeFile", file);
        return facts;
    }
}
