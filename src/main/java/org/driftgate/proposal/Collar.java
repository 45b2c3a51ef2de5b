package org.driftgate.proposal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.driftgate.shared.Price;
import org.driftgate.shared.Side;

/** The limit of a marketable day order: two percent around the price, in cents, rounded towards the price. */
public final class Collar {

    private static final BigDecimal BUY = new BigDecimal("1.02");
    private static final BigDecimal SELL = new BigDecimal("0.98");

    private Collar() {}

    public static Price limit(Side side, Price price) {
        boolean buy = side == Side.BUY;
        return new Price(
                price.dollars().multiply(buy ? BUY : SELL).setScale(2, buy ? RoundingMode.DOWN : RoundingMode.UP));
    }
}
