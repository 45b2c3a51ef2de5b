package org.driftgate.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share of a portfolio, eight digits half-even; 1 is the whole. Negative only for a shortfall of cash. */
public record Weight(BigDecimal value) implements Comparable<Weight> {

    public static final Weight ZERO = new Weight(BigDecimal.ZERO);

    public Weight {
        value = value.setScale(8, RoundingMode.HALF_EVEN);
    }

    public static Weight of(String fraction) {
        return new Weight(new BigDecimal(fraction));
    }

    public static Weight percent(String percent) {
        return new Weight(new BigDecimal(percent).movePointLeft(2));
    }

    public Weight plus(Weight other) {
        return new Weight(value.add(other.value));
    }

    public Weight minus(Weight other) {
        return new Weight(value.subtract(other.value));
    }

    public Weight absolute() {
        return new Weight(value.abs());
    }

    /** In percent with two digits, half-even: 0.0625 is "6.25". */
    public String inPercent() {
        return value.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }

    @Override
    public int compareTo(Weight other) {
        return value.compareTo(other.value);
    }
}
