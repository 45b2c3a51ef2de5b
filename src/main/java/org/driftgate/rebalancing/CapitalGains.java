package org.driftgate.rebalancing;

import java.math.BigDecimal;
import org.driftgate.shared.Money;

/** Signed short- and long-term results, before or after netting. */
public record CapitalGains(Money shortTerm, Money longTerm) {

    public static final CapitalGains NONE = new CapitalGains(Money.ZERO, Money.ZERO);

    public CapitalGains plus(CapitalGains other) {
        return new CapitalGains(shortTerm.plus(other.shortTerm), longTerm.plus(other.longTerm));
    }

    public Money total() {
        return shortTerm.plus(longTerm);
    }

    /**
     * The tax of a year with these results: short nets with short, long with long, then a loss of one kind meets the
     * gain of the other (IRC §1222). Never negative: a net loss costs nothing and is carried forward; the $3,000 of it
     * that may offset ordinary income (IRC §1211(b)) is left out, which overstates the tax of a year with a loss.
     */
    public Money tax(BigDecimal shortTermRate, BigDecimal longTermRate) {
        if (!total().isPositive()) return Money.ZERO;
        if (shortTerm.isNegative()) return total().times(longTermRate);
        if (longTerm.isNegative()) return total().times(shortTermRate);
        return shortTerm.times(shortTermRate).plus(longTerm.times(longTermRate));
    }
}
