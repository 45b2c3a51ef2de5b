package org.driftgate.process;

import java.util.EnumSet;
import java.util.Set;
import org.driftgate.shared.CaseId;
import org.driftgate.trading.Orders;
import org.driftgate.trading.Orders.State;
import org.springframework.stereotype.Component;

/** What a case has traded when something stops the rest of it. */
@Component
class TradedSoFar {

    private static final Set<State> WORKING =
            EnumSet.of(State.CLAIMED, State.ACKNOWLEDGED, State.UNKNOWN, State.PARTIALLY_FILLED);

    private final Orders orders;

    TradedSoFar(Orders orders) {
        this.orders = orders;
    }

    boolean anything(CaseId about) {
        return orders.ofCase(about).stream().anyMatch(order -> !order.filled().isZero());
    }

    boolean isStillWorking(CaseId about) {
        return orders.ofCase(about).stream().map(Orders.OrderStatus::state).anyMatch(WORKING::contains);
    }
}
