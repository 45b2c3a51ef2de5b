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

    public List<OrderStatus> ofCase(CaseId about) {
        throw new UnsupportedOperationException(about.value());
    }

    /** Ordered, filled and the range of execution prices; {@code reference} is the custodian's order number. */
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
