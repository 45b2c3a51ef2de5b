package org.driftgate.simulator;

import java.math.BigDecimal;
import java.util.List;
import org.driftgate.shared.Side;
import org.driftgate.simulator.WorldEvent.LotTaken;

/** One trade of an instance: whole shares, for a sale with its lots. */
record ProposedTrade(
        AccountState account,
        Side side,
        String symbol,
        BigDecimal quantity,
        BigDecimal price,
        List<LotTaken> lots,
        BigDecimal shortGain,
        BigDecimal longGain,
        String code,
        String sentence) {

    ProposedTrade {
        lots = List.copyOf(lots);
    }

    BigDecimal amount() {
        return quantity.multiply(price);
    }
}
