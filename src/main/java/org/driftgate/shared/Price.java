package org.driftgate.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** US dollars for one share, six digits half-even. Never negative. */
public record Price(BigDecimal dollars) implements Comparable<Price> {

    public Price {
        dollars = dollars.setScale(6, RoundingMode.HALF_EVEN);
        if (dollars.signum() < 0) throw new IllegalArgumentException("negative price " + dollars);
    }

    public static Price of(String dollars) {
        return new Price(new BigDecimal(dollars));
    }

    public boolean isZero() {
        return dollars.signum() == 0;
    }

    /** The relative move from this price to the other: 0.02 is two percent up. */
    public BigDecimal moveTo(Price other) {
        if (isZero()) throw new IllegalArgumentException("no relative move from a zero price");
        return other.dollars.subtract(dollars).divide(dollars, 8, RoundingMode.HALF_EVEN);
    }

    @Override
    public int compareTo(Price other) {
        return dollars.compareTo(other.dollars);
    }

    /** At least two digits, no further trailing zeros. */
    @Override
    public String toString() {
        BigDecimal plain = dollars.stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2, RoundingMode.UNNECESSARY) : plain).toPlainString();
    }
}
