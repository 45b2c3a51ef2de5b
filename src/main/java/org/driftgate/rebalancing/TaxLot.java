package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lot with its whole basis in dollars. An unknown basis is a full gain for tax and a possible loss for wash sales.
 * {@code blocked} names what forbids its sale (no-sell, lock, illiquid, pending transfer), null when nothing does.
 */
public record TaxLot(
        String id,
        String symbol,
        BigDecimal quantity,
        @Nullable BigDecimal basis,
        LocalDate acquired,
        @Nullable String blocked) {}
