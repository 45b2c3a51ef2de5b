package org.driftgate.rebalancing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A tax unit's rates, shares of a dollar with all taxes in them, and its year: realised results plus carry-forwards, in
 * dollars (IRC §1212(b)); {@code deductionLimit} is that of IRC §1211(b). {@code budget} limits what this
 * plan may still realise (the year's budget less the year to date); null means none.
 */
public record TaxPosition(
        String id,
        BigDecimal shortRate,
        BigDecimal longRate,
        BigDecimal ordinaryRate,
        BigDecimal shortSoFar,
        BigDecimal longSoFar,
        BigDecimal deductionLimit,
        @Nullable BigDecimal budget) {}
