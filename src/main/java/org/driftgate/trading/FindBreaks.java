package org.driftgate.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.Side;
import org.driftgate.trading.Break.Kind;
import org.springframework.stereotype.Component;

/** Holds the fills of a case against its orders: quantity, price, lots, and every report that was not counted. */
@Component
class FindBreaks {

    private final QuarantinedReports quarantined;

    FindBreaks(QuarantinedReports quarantined) {
        this.quarantined = quarantined;
    }

    List<Break> of(CaseId about, List<Order> orders) {
        var breaks = new ArrayList<Break>();
        for (Order order : orders) {
            quantity(order).ifPresent(breaks::add);
            price(order).ifPresent(breaks::add);
            new RelievedLots(order).difference().ifPresent(breaks::add);
        }
        for (QuarantinedReports.Report report : quarantined.of(about)) breaks.add(report.asBreak());
        return breaks;
    }

    private static Optional<Break> quantity(Order order) {
        if (order.isComplete()) return Optional.empty();
        Order.Intent intent = order.intent();
        return Optional.of(new Break(
                kind(order),
                intent.line(),
                "%s %s in account %s: %s of %s shares were %s."
                        .formatted(
                                intent.side(),
                                intent.symbol(),
                                intent.account(),
                                order.progress().filled(),
                                intent.quantity(),
                                outcome(order))));
    }

    private static String outcome(Order order) {
        if (order.state() == Orders.State.FILLED) return "ordered, all that the account's cash covered, and filled";
        return "filled; the order is "
                + (order.progress().isReportedFilled() ? "FILLED by the custodian's word" : order.state());
    }

    private static Kind kind(Order order) {
        if (order.state() == Orders.State.PLANNED || order.state() == Orders.State.FILLED) return Kind.NOT_SENT;
        if (order.resolution().isPresent())
            return order.resolution().get() == ExecutionExceptions.Action.BY_HAND ? Kind.BY_HAND : Kind.DECIDED;
        return order.state() == Orders.State.EXPIRED ? Kind.EXPIRED : Kind.QUANTITY;
    }

    private static Optional<Break> price(Order order) {
        Order.Intent intent = order.intent();
        return order.progress().executions().stream()
                .filter(execution -> intent.side() == Side.BUY
                        ? execution.price().compareTo(intent.limit()) > 0
                        : execution.price().compareTo(intent.limit()) < 0)
                .findFirst()
                .map(execution -> new Break(
                        Kind.PRICE,
                        intent.line(),
                        "%s %s in account %s was filled at $%s, beyond its limit of $%s."
                                .formatted(
                                        intent.side(),
                                        intent.symbol(),
                                        intent.account(),
                                        execution.price(),
                                        intent.limit())));
    }
}
