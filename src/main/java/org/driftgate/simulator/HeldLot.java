package org.driftgate.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A purchase still held, as the outside world keeps it. */
record HeldLot(String id, String symbol, BigDecimal quantity, BigDecimal unitCost, LocalDate acquired) {

    HeldLot less(BigDecimal sold) {
        if (sold.signum() <= 0 || sold.compareTo(quantity) > 0)
            throw new IllegalArgumentException("lot %s holds %s, not %s".formatted(id, quantity, sold));
        return new HeldLot(id, symbol, quantity.subtract(sold), unitCost, acquired);
    }

    BigDecimal cost() {
        return quantity.multiply(unitCost);
    }

    /** Held for more than one year, counted from the day after the purchase. */
    boolean isLongTerm(LocalDate day) {
        return day.isAfter(acquired.plusYears(1));
    }
}
