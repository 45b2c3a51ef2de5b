package org.driftgate.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** US dollars with two digits, half-even. Positive is received or held, negative is paid or owed. */
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        amount = amount.setScale(2, RoundingMode.HALF_EVEN);
    }

    public static Money usd(String amount) {
        return new Money(new BigDecimal(amount));
    }

    public static Money usd(BigDecimal amount) {
        return new Money(amount);
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money negated() {
        return new Money(amount.negate());
    }

    public Money times(BigDecimal factor) {
        return new Money(amount.multiply(factor));
    }

    /** This amount as a share of the whole, eight digits half-even; zero when the whole is not positive. */
    public BigDecimal shareOf(Money whole) {
        if (whole.amount.signum() <= 0) return BigDecimal.ZERO.setScale(8);
        return amount.divide(whole.amount, 8, RoundingMode.HALF_EVEN);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
