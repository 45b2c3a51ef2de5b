package org.driftgate.rebalancing;

import java.math.BigDecimal;
import org.driftgate.shared.Side;

/** A trade of a rebalancing; {@code amount} is quantity times price, gains are what its lots realise for tax; dollars. */
public record ProposedTrade(
        String account,
        String symbol,
        Side side,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal amount,
        BigDecimal shortGain,
        BigDecimal longGain,
        TradeReason reason) {}
