package org.driftgate.trading;

import java.time.Instant;
import java.util.List;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;

/** What a custodian reports of one order: its state and every execution so far, each with the custodian's own id. */
public record OrderReport(
        OrderId order,
        String reference,
        AccountId account,
        Symbol symbol,
        Side side,
        State state,
        @Nullable String code,
        @Nullable String message,
        List<Execution> executions) {

    public enum State {
        WORKING,
        FILLED,
        REJECTED,
        CANCELLED,
        EXPIRED
    }

    /** {@code relieved}: the lots that the custodian says a sale took; empty where it says nothing of them. */
    public record Execution(String id, Quantity quantity, Price price, Instant executedAt, List<LotSale> relieved) {

        public Execution {
            relieved = List.copyOf(relieved);
        }

        public Execution(String id, Quantity quantity, Price price, Instant executedAt) {
            this(id, quantity, price, executedAt, List.of());
        }
    }

    public OrderReport {
        executions = List.copyOf(executions);
    }
}
