package org.driftgate.trading;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.SystemFault;
import org.springframework.stereotype.Component;

/** Looks orders in doubt up by our own id, a few times; never sends anything. */
@Component
class LookUpOrders {

    private final OrderRows rows;
    private final Custodians custodians;
    private final RecordAnswers record;
    private final DayEnd days;
    private final TradingSettings settings;

    LookUpOrders(OrderRows rows, Custodians custodians, RecordAnswers record, DayEnd days, TradingSettings settings) {
        this.rows = rows;
        this.custodians = custodians;
        this.record = record;
        this.days = days;
        this.settings = settings;
    }

    /** A claim without an answer was interrupted: from now on it counts as in doubt. */
    void settleDoubts(CaseId about) {
        for (Order order : rows.ofCase(about)) {
            if (order.state() == Orders.State.CLAIMED)
                record.keepDoubt(order, "the submission was interrupted before an answer was recorded");
            if (order.state() == Orders.State.CLAIMED || order.state() == Orders.State.UNKNOWN) lookUp(order);
        }
    }

    /** Those of the orders just sent that got no clear answer. */
    void unanswered(List<Ticket> sent) {
        for (Ticket ticket : sent)
            rows.byClientOrderId(ticket.clientOrderId())
                    .filter(order -> order.state() == Orders.State.UNKNOWN)
                    .ifPresent(this::lookUp);
    }

    private void lookUp(Order order) {
        for (int tries = 0; tries < settings.lookUps(); tries++) {
            if (tries > 0) LockSupport.parkNanos(settings.lookUpPause().toNanos());
            if (found(order)) return;
        }
    }

    private boolean found(Order order) {
        OrderFact.Claimed claim = claim(order);
        Custodian custodian = custodians.require(order.intent().custodian());
        if (custodian.doubtPolicy() == Custodian.DoubtPolicy.NONE) return false;
        Optional<OrderReport> report;
        try {
            report = custodian.find(claim.clientOrderId(), days.dayOf(claim));
        } catch (SystemFault stillDown) {
            return false;
        }
        report.ifPresent(found -> record.keepFound(order, found));
        if (report.isEmpty() && days.isOver(claim)) record.keepAbsence(order);
        return report.isPresent();
    }

    private static OrderFact.Claimed claim(Order order) {
        return order.progress()
                .latestClaim()
                .orElseThrow(() -> new IllegalStateException(
                        "order %s was never claimed".formatted(order.intent().id())));
    }
}
