package org.driftgate.trading;

import java.util.List;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders of a case with what became of them. */
@Component
public class Orders {

    private final OrderRows rows;

    Orders(OrderRows rows) {
        this.rows = rows;
    }

    /** Of all versions, oldest first; lines of a version that were never planned are missing. */
    public List<OrderStatus> ofCase(CaseId about) {
        return rows.ofCase(about).stream().map(Orders::status).toList();
    }

    private static OrderStatus status(Order order) {
        Order.Intent intent = order.intent();
        OrderProgress progress = order.progress();
        return new OrderStatus(
                intent.id(),
                intent.line(),
                intent.account(),
                intent.side(),
                intent.symbol(),
                intent.quantity(),
                progress.filled(),
                progress.lowestPrice().orElse(null),
                progress.highestPrice().orElse(null),
                progress.averagePrice().orElse(null),
                progress.state(),
                progress.reference().orElse(null));
    }

    /** Approved quantity, filled quantity and the range of execution prices; {@code reference} is the custodian's order number. */
    public record OrderStatus(
            OrderId id,
            int line,
            AccountId account,
            Side side,
            Symbol symbol,
            Quantity quantity,
            Quantity filled,
            @Nullable Price lowestPrice,
            @Nullable Price highestPrice,
            @Nullable Price averagePrice,
            State state,
            @Nullable String reference) {}

    public enum State {
        PLANNED,
        CLAIMED,
        ACKNOWLEDGED,
        UNKNOWN,
        PARTIALLY_FILLED,
        FILLED,
        REJECTED,
        CANCELLED,
        EXPIRED
    }
}
