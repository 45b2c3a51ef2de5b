package org.driftgate.trading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to the orders of a case, in words and in codes, and what is safe to do. Served as JSON as it stands. */
public record ExceptionView(
        String caseId,
        String householdName,
        String whatHappened,
        @Nullable Instant since,
        List<OrderLine> orders,
        List<SafeAction> actions) {

    public record OrderLine(
            int line,
            String orderId,
            String account,
            String side,
            String symbol,
            BigDecimal quantity,
            BigDecimal filled,
            @Nullable BigDecimal averagePrice,
            String state,
            @Nullable String reference,
            @Nullable String code,
            @Nullable String message,
            boolean needsDecision) {}

    /** {@code allowed} false comes with the reason in {@code note}. */
    public record SafeAction(String action, boolean allowed, String note) {}
}
