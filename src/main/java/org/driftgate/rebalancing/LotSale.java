package org.driftgate.rebalancing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a sale takes from one lot, in dollars; the gain is economic in every account, unknown with an unknown basis. A wash
 * sale takes {@code disallowed}, zero or more, of a taxable loss (IRC §1091(a)).
 */
public record LotSale(
        String account,
        String lot,
        String symbol,
        BigDecimal quantity,
        BigDecimal proceeds,
        @Nullable BigDecimal cost,
        @Nullable BigDecimal gain,
        boolean longTerm,
        BigDecimal disallowed) {

    LotSale disallowing(BigDecimal loss) {
        return new LotSale(account, lot, symbol, quantity, proceeds, cost, gain, longTerm, loss);
    }
}
