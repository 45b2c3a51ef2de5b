package org.driftgate.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares with six digits, half-even. Never negative; the side of a trade says which way they move. */
public record Quantity(BigDecimal shares) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    public Quantity {
        shares = shares.setScale(6, RoundingMode.HALF_EVEN);
        if (shares.signum() < 0) throw new IllegalArgumentException("negative quantity " + shares);
    }

    public static Quantity shares(String shares) {
        return new Quantity(new BigDecimal(shares));
    }

    public static Quantity shares(long shares) {
        return new Quantity(BigDecimal.valueOf(shares));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(shares.add(other.shares));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(shares.subtract(other.shares));
    }

    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money at(Price price) {
        return new Money(shares.multiply(price.dollars()));
    }

    public Quantity wholeShares() {
        return new Quantity(shares.setScale(0, RoundingMode.DOWN));
    }

    public boolean isWhole() {
        return shares.stripTrailingZeros().scale() <= 0;
    }

    public boolean isZero() {
        return shares.signum() == 0;
    }

    @Override
    public int compareTo(Quantity other) {
        return shares.compareTo(other.shares);
    }

    /** Without trailing zeros, as people and wires write it. */
    @Override
    public String toString() {
        return isZero() ? "0" : shares.stripTrailingZeros().toPlainString();
    }
}
