package org.driftgate.trading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** One attempt about to be made; with a refusal it is recorded and not sent, warnings of the custodian are recorded too. */
record Ticket(
        Order order,
        int attempt,
        Quantity quantity,
        List<String> warnings,
        @Nullable Refused refused) {

    /** Why a line is not sent. */
    record Refused(String code, String message) {}

    static Ticket of(Order order, Quantity quantity) {
        return new Ticket(order, order.progress().attempts() + 1, quantity, List.of(), null);
    }

    Ticket refuse(String code, String message) {
        return new Ticket(order, attempt, quantity, warnings, new Refused(code, message));
    }

    Ticket warn(List<String> said) {
        return new Ticket(order, attempt, quantity, said, refused);
    }

    boolean isToBeSent() {
        return refused == null;
    }

    /** The first attempt carries the order's own id; a later one its own, so that the custodian's answers stay apart. */
    OrderId clientOrderId() {
        OrderId id = order.intent().id();
        if (attempt == 1) return id;
        String name = "driftgate:attempt:%s:%d".formatted(id, attempt);
        return new OrderId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    CustodyOrder custodyOrder() {
        Order.Intent intent = order.intent();
        return new CustodyOrder(
                clientOrderId(),
                intent.account(),
                intent.side(),
                intent.symbol(),
                quantity,
                intent.limit(),
                part(intent.lots(), order.progress().filled(), quantity));
    }

    /** The lots in their order, without the shares that are sold already, as far as the quantity goes. */
    static List<LotSale> part(List<LotSale> lots, Quantity sold, Quantity quantity) {
        var part = new ArrayList<LotSale>();
        Quantity toSkip = sold;
        Quantity toTake = quantity;
        for (LotSale lot : lots) {
            Quantity skipped = lot.quantity().min(toSkip);
            toSkip = toSkip.minus(skipped);
            Quantity taken = lot.quantity().minus(skipped).min(toTake);
            toTake = toTake.minus(taken);
            if (!taken.isZero()) part.add(new LotSale(lot.lot(), taken));
        }
        return part;
    }
}
