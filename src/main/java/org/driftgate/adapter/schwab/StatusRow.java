package org.driftgate.adapter.schwab;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.trading.OrderReport;
import org.jspecify.annotations.Nullable;

/** One row of {@code POST /orders/status} that carries an id of ours. */
record StatusRow(
        OrderId order,
        String orderNumber,
        AccountId account,
        Symbol symbol,
        Side side,
        OrderReport.State state,
        Quantity quantity,
        boolean hasExecutions,
        @Nullable String code,
        @Nullable String message) {

    /** Empty for an order of somebody else: the service answers for the whole master account. */
    static Optional<StatusRow> read(JsonNode row) {
        return OrderReplies.order(row)
                .map(order -> new StatusRow(
                        order,
                        Fields.text(row, "orderNumber"),
                        new AccountId(Fields.account(row, "account")),
                        new Symbol(Fields.text(row, "symbol")),
                        Fields.side(row, "transactionType"),
                        state(Fields.text(row, "status")),
                        new Quantity(Fields.number(row, "quantity").orElse(BigDecimal.ZERO)),
                        Fields.number(row, "actualPrice").isPresent(),
                        errorText(row, "code"),
                        errorText(row, "message")));
    }

    /** A status that is not known is not over: it stays in the list until a person or the close ends it. */
    private static OrderReport.State state(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "filled" -> OrderReport.State.FILLED;
            case "rejected" -> OrderReport.State.REJECTED;
            case "canceled", "cancelled" -> OrderReport.State.CANCELLED;
            case "expired" -> OrderReport.State.EXPIRED;
            default -> OrderReport.State.WORKING;
        };
    }

    private static @Nullable String errorText(JsonNode row, String field) {
        String text = Fields.text(row.path("validationErrors").path(0), field);
        return text.isEmpty() ? null : text;
    }

    OrderReport report(List<OrderReport.Execution> executions) {
        return new OrderReport(order, orderNumber, account, symbol, side, state, code, message, executions);
    }
}
