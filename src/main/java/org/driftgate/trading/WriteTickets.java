package org.driftgate.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Quantity;
import org.springframework.stereotype.Component;

/** Prepares the orders whose turn it is: routes them, fits buys to cash and has the custodian validate them. */
@Component
class WriteTickets {

    private final Custodians custodians;

    WriteTickets(Custodians custodians) {
        this.custodians = custodians;
    }

    List<Ticket> write(PlannedCase planned) {
        List<Ticket> tickets = new ArrayList<>();
        Set<AccountId> settledOnly = planned.accountsAt(this::spendsSettledCashOnly);
        planned.sequence()
                .quantities(planned.cash(settledOnly), settledOnly)
                .forEach((order, quantity) -> tickets.add(route(order, quantity)));
        return validated(tickets);
    }

    private boolean spendsSettledCashOnly(String custodian) {
        return custodians
                .named(custodian)
                .filter(one -> !one.spendsUnsettledCash())
                .isPresent();
    }

    private Ticket route(Order order, Quantity quantity) {
        String custodian = order.intent().custodian();
        if (quantity.isZero())
            return Ticket.of(order, order.remaining())
                    .refuse(
                            "NO_CASH",
                            "account %s has no cash for a share of %s at its limit of $%s"
                                    .formatted(
                                            order.intent().account(),
                                            order.intent().symbol(),
                                            order.intent().limit()));
        Ticket ticket = Ticket.of(order, quantity);
        Optional<Custodian> route = custodians.named(custodian);
        if (route.isEmpty())
            return ticket.refuse("NO_ROUTE", "no route: there is no connection to the custodian " + custodian);
        if (ticket.custodyOrder().namesLots() && !route.get().carriesLots())
            return ticket.refuse(
                    "NO_LOTS",
                    "the custodian %s takes no lot instructions, and this sale names its lots".formatted(custodian));
        if (!quantity.isWhole()) return ticket.refuse("FRACTION", "%s shares are not whole".formatted(quantity));
        return ticket;
    }

    /** One question to each custodian; a fault here leaves nothing claimed, so the engine may retry. */
    private List<Ticket> validated(List<Ticket> tickets) {
        Map<String, List<Ticket>> byCustodian = tickets.stream()
                .filter(Ticket::isToBeSent)
                .collect(Collectors.groupingBy(ticket -> ticket.order().intent().custodian()));
        var found = new ArrayList<LineFinding>();
        byCustodian.forEach((custodian, group) -> found.addAll(custodians
                .require(custodian)
                .validate(group.stream().map(Ticket::custodyOrder).toList())));
        return tickets.stream().map(ticket -> judged(ticket, found)).toList();
    }

    private static Ticket judged(Ticket ticket, List<LineFinding> found) {
        List<LineFinding> own = found.stream()
                .filter(finding -> finding.order().equals(ticket.clientOrderId()))
                .toList();
        Ticket warned = ticket.warn(own.stream()
                .filter(finding -> finding.severity() != LineFinding.Severity.ERROR)
                .map(finding -> "%s %s: %s".formatted(finding.severity(), finding.code(), finding.message()))
                .toList());
        return own.stream()
                .filter(finding -> finding.severity() == LineFinding.Severity.ERROR)
                .findFirst()
                .map(error -> warned.refuse(error.code(), error.message()))
                .orElse(warned);
    }
}
