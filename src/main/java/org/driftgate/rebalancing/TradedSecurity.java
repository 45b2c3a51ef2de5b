package org.driftgate.rebalancing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A security with its price in dollars. {@code costPerDollar} is half the spread, {@code redemptionFee} is paid per
 * dollar sold; {@code rank} counts substitutes of a class, the preferred fund has 0. A target is optional. {@code averageVolume} is
 * the average number of shares traded a day, null when unknown; 0 makes the security illiquid under a volume share.
 */
public record TradedSecurity(
        String symbol,
        String assetClass,
        BigDecimal price,
        @Nullable DriftTarget target,
        boolean buyable,
        boolean fractional,
        BigDecimal costPerDollar,
        BigDecimal redemptionFee,
        int rank,
        @Nullable BigDecimal averageVolume) {

    /** Of unknown volume. */
    public TradedSecurity(
            String symbol,
            String assetClass,
            BigDecimal price,
            @Nullable DriftTarget target,
            boolean buyable,
            boolean fractional,
            BigDecimal costPerDollar,
            BigDecimal redemptionFee,
            int rank) {
        this(symbol, assetClass, price, target, buyable, fractional, costPerDollar, redemptionFee, rank, null);
    }
}
