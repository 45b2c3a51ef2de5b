package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What must be raised and what stays as cash. The reserve of an account is a share of its value, at least an amount of
 * dollars; {@code settledOnly} buys nothing with cash that has not settled.
 */
public record CashRules(
        int horizonDays, BigDecimal reserveShare, BigDecimal reserveDollars, boolean settledOnly, BigDecimal idleCost) {

    public static final CashRules STANDARD =
            new CashRules(60, BigDecimal.ZERO, BigDecimal.ZERO, true, new BigDecimal("0.002"));

    /** In dollars and cents. */
    BigDecimal reserve(BigDecimal accountValue) {
        return accountValue.multiply(reserveShare).max(reserveDollars).setScale(2, RoundingMode.HALF_EVEN);
    }
}
