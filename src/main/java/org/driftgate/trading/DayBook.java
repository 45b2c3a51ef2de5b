package org.driftgate.trading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Quantity;

/** The orders of a day by the id that the custodian knows, with what is learnt of each while reports come in. */
final class DayBook {

    private final String custodian;
    private final Map<OrderId, Sent> sent = new HashMap<>();
    private final Map<OrderId, Quantity> filled = new HashMap<>();
    private final Map<OrderId, String> references = new HashMap<>();
    private final Map<OrderId, Set<OrderFact>> learnt = new HashMap<>();

    DayBook(String custodian, List<Order> orders) {
        this.custodian = custodian;
        for (Order order : orders)
            for (OrderFact.Claimed claim : order.progress().claims()) {
                sent.put(claim.clientOrderId(), new Sent(order, claim));
                filled.put(claim.clientOrderId(), order.progress().filledBy(claim.attempt()));
                order.progress()
                        .reference(claim.attempt())
                        .ifPresent(reference -> references.put(claim.clientOrderId(), reference));
            }
    }

    String custodian() {
        return custodian;
    }

    Optional<Sent> find(OrderId clientOrderId) {
        return Optional.ofNullable(sent.get(clientOrderId));
    }

    /** The custodian's number of this order: the known one, or else the one that is reported now. */
    String reference(Sent order, String reported) {
        String known = references.putIfAbsent(order.claim().clientOrderId(), reported);
        return known == null ? reported : known;
    }

    boolean knows(Sent order, OrderFact fact) {
        return order.order().progress().knows(fact) || learnt(order).contains(fact);
    }

    void learn(Sent order, OrderFact fact) {
        learnt(order).add(fact);
        if (fact instanceof OrderFact.Executed executed)
            filled.merge(order.claim().clientOrderId(), executed.execution().quantity(), Quantity::plus);
    }

    private Set<OrderFact> learnt(Sent order) {
        return learnt.computeIfAbsent(order.claim().clientOrderId(), id -> new HashSet<>());
    }

    boolean fits(Sent order, Quantity more) {
        OrderId id = order.claim().clientOrderId();
        return filled.getOrDefault(id, Quantity.ZERO)
                        .plus(more)
                        .compareTo(order.claim().quantity())
                <= 0;
    }

    /** One attempt of an order. */
    record Sent(Order order, OrderFact.Claimed claim) {

        int attempt() {
            return claim.attempt();
        }
    }
}
