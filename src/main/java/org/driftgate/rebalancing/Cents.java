package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Dollars in, whole cents as an exact double inside the solver, dollars out. */
final class Cents {

    private Cents() {}

    static double of(BigDecimal dollars) {
        return dollars.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).doubleValue();
    }

    static BigDecimal dollars(double cents) {
        return new BigDecimal(Math.rint(cents)).movePointLeft(2);
    }
}
