package org.driftgate.simulator;

import java.math.BigDecimal;

/** Whole shares of one lot that the rebalancer wants to sell, and why. */
record Sale(AccountState account, HeldLot lot, BigDecimal shares, BigDecimal price, String code, String sentence) {

    BigDecimal amount() {
        return shares.multiply(price);
    }

    BigDecimal gain() {
        return shares.multiply(price.subtract(lot.unitCost()));
    }
}
