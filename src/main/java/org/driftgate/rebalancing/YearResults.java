package org.driftgate.rebalancing;

import java.math.BigDecimal;

/**
 * A year's short- and long-term totals after netting inside each kind, in dollars, with what of a net loss offsets other
 * income and what is carried forward with its character, short-term used first (IRC §1211(b), §1212(b)).
 */
public record YearResults(BigDecimal netShort, BigDecimal netLong, BigDecimal deductionLimit) {

    public BigDecimal net() {
        return netShort.add(netLong);
    }

    /** The part of a net loss that reduces other income this year. */
    public BigDecimal deduction() {
        return net().negate().max(BigDecimal.ZERO).min(deductionLimit);
    }

    /** The short-term loss carried forward, a positive amount. */
    public BigDecimal carriedShort() {
        return shortLoss().subtract(deduction()).max(BigDecimal.ZERO);
    }

    /** The long-term loss carried forward, a positive amount. */
    public BigDecimal carriedLong() {
        BigDecimal leftOfDeduction = deduction().subtract(shortLoss()).max(BigDecimal.ZERO);
        return longLoss().subtract(leftOfDeduction).max(BigDecimal.ZERO);
    }

    /** The short-term loss that long-term gains leave. */
    private BigDecimal shortLoss() {
        return netShort.negate().subtract(netLong.max(BigDecimal.ZERO)).max(BigDecimal.ZERO);
    }

    private BigDecimal longLoss() {
        return netLong.negate().subtract(netShort.max(BigDecimal.ZERO)).max(BigDecimal.ZERO);
    }
}
