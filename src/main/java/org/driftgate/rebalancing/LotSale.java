package org.driftgate.rebalancing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a sale takes from one lot; the gain is economic in every account, unknown with an unknown basis. */
public record LotSale(
        String account,
        String lot,
        String symbol,
        BigDecimal quantity,
        BigDecimal proceeds,
        @Nullable BigDecimal cost,
        @Nullable BigDecimal gain,
        boolean longTerm) {}
