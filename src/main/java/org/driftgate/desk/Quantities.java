package org.driftgate.desk;

import java.math.BigDecimal;
import org.driftgate.shared.Quantity;

/** Quantities as they arrive: never negative, never rounded behind the sender's back. */
final class Quantities {

    private static final int DIGITS = 6;

    private Quantities() {}

    static Quantity read(String field, BigDecimal shares) {
        if (shares.signum() < 0) throw Answers.badField(field, "must not be negative");
        if (shares.stripTrailingZeros().scale() > DIGITS)
            throw Answers.badField(field, "has more than %d digits after the point".formatted(DIGITS));
        return new Quantity(shares);
    }
}
