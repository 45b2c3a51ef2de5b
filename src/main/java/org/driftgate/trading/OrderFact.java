package org.driftgate.trading;

import java.time.Instant;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Quantity;
import org.jspecify.annotations.Nullable;

/** Something known about one attempt of an order; facts come in any order and more than once. */
sealed interface OrderFact {

    int attempt();

    record Claimed(int attempt, OrderId clientOrderId, Quantity quantity, Instant at) implements OrderFact {}

    record Answered(
            int attempt,
            AnswerKind kind,
            @Nullable String reference,
            @Nullable String code,
            @Nullable String message) implements OrderFact {}

    record Reported(
            int attempt,
            OrderReport.State state,
            String reference,
            @Nullable String code,
            @Nullable String message) implements OrderFact {}

    /** Without the lots, which are facts of their own. */
    record Executed(int attempt, OrderReport.Execution execution) implements OrderFact {}

    record Relieved(int attempt, String execution, LotSale lot) implements OrderFact {}

    /** NOT_PLACED: the custodian surely never took it (refused connection, 401, 429); it may be attempted again. */
    enum AnswerKind {
        ACKNOWLEDGED,
        REJECTED,
        UNKNOWN,
        NOT_PLACED
    }
}
