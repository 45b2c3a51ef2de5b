package org.driftgate.trading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.SystemFault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the orders of an approved version whose turn it is: sells first, an account's buys when its sells are done. Each
 * order is claimed in a committed transaction before the network is touched; a doubtful answer is looked up, never resent.
 */
@Component
public class SubmitOrders {

    private final CaseLock lock;
    private final LookUpOrders lookUp;
    private final PlanOrders plan;
    private final WriteTickets tickets;
    private final ReleaseOrders release;
    private final Sending sending;
    private final ClaimOrders claims;
    private final RecordAnswers record;
    private final Custodians custodians;
    private final OrderRows rows;

    SubmitOrders(
            CaseLock lock,
            LookUpOrders lookUp,
            PlanOrders plan,
            WriteTickets tickets,
            ReleaseOrders release,
            Sending sending,
            ClaimOrders claims,
            RecordAnswers record,
            Custodians custodians,
            OrderRows rows) {
        this.lock = lock;
        this.lookUp = lookUp;
        this.plan = plan;
        this.tickets = tickets;
        this.release = release;
        this.sending = sending;
        this.claims = claims;
        this.record = record;
        this.custodians = custodians;
        this.rows = rows;
    }

    @Transactional
    public Outcome forCase(CaseId about) {
        lock.hold(about);
        lookUp.settleDoubts(about);
        Optional<PlannedCase> planned = plan.forCase(about);
        return planned.map(approved -> submit(about, approved)).orElse(Outcome.NOT_RELEASED);
    }

    private Outcome submit(CaseId about, PlannedCase planned) {
        List<Ticket> written = tickets.write(planned);
        if (!written.isEmpty() && !sent(about, planned, written)) return Outcome.NOT_RELEASED;
        return rows.ofCase(about).stream().anyMatch(Order::needsDecision) ? Outcome.REJECTED : Outcome.ACCEPTED;
    }

    private boolean sent(CaseId about, PlannedCase planned, List<Ticket> written) {
        Optional<Long> check = release.readiness(about, planned.approval());
        if (check.isEmpty()) return false;
        if (!claims.claim(about, planned.approval(), check.get(), written).isEmpty()) return false;
        return sendAll(byCustodian(written));
    }

    private static Map<String, List<Ticket>> byCustodian(List<Ticket> written) {
        var groups = new LinkedHashMap<String, List<Ticket>>();
        for (Ticket ticket : written)
            if (ticket.isToBeSent())
                groups.computeIfAbsent(ticket.order().intent().custodian(), name -> new ArrayList<>())
                        .add(ticket);
        return groups;
    }

    /** One custodian that is down does not keep the others from being sent theirs. False when a stop kept some back. */
    private boolean sendAll(Map<String, List<Ticket>> byCustodian) {
        var faults = new ArrayList<SystemFault>();
        var heldBack = new ArrayList<Ticket>();
        byCustodian.forEach((custodian, sent) -> {
            Optional<String> stop = sending.sentence();
            if (stop.isPresent()) {
                record.keepNotPlaced(sent, stop.get());
                heldBack.addAll(sent);
                return;
            }
            try {
                send(custodians.require(custodian), sent);
            } catch (OrdersNotPlaced refused) {
                record.keepNotPlaced(sent, String.valueOf(refused.getMessage()));
                faults.add(refused.fault());
            }
        });
        if (!faults.isEmpty()) throw faults.get(0);
        return heldBack.isEmpty();
    }

    private void send(Custodian custodian, List<Ticket> sent) {
        try {
            record.keep(
                    sent,
                    custodian.submit(sent.stream().map(Ticket::custodyOrder).toList()));
        } catch (SystemFault doubtful) {
            record.keepDoubt(sent, String.valueOf(doubtful.getMessage()));
        }
        lookUp.unanswered(sent);
    }

    /**
     * REJECTED: some order was refused or stays in doubt after looking it up; the exception queue has the details.
     * NOT_RELEASED: something stood against the release, so that orders were kept back and the case is to be checked again.
     */
    public enum Outcome {
        ACCEPTED,
        NOT_RELEASED,
        REJECTED
    }
}
