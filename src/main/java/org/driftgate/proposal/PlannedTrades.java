package org.driftgate.proposal;

import java.util.List;
import java.util.Map;
import org.driftgate.rebalancing.LotPart;
import org.driftgate.rebalancing.PlannedTrade;

/** Proposed trades as the rebalancing room looks at them. */
public final class PlannedTrades {

    private PlannedTrades() {}

    public static List<PlannedTrade> of(List<Trade> trades) {
        return trades.stream().map(trade -> planned(trade, trade.lots())).toList();
    }

    /** With the lots in force instead of the proposed ones. */
    public static List<PlannedTrade> of(List<Trade> trades, Map<Integer, List<LotSale>> lots) {
        return trades.stream()
                .map(trade -> planned(trade, lots.getOrDefault(trade.line(), trade.lots())))
                .toList();
    }

    private static PlannedTrade planned(Trade trade, List<LotSale> lots) {
        return new PlannedTrade(
                trade.line(),
                trade.account(),
                trade.side(),
                trade.symbol(),
                trade.quantity(),
                trade.estimatedPrice(),
                trade.limit(),
                lots.stream().map(lot -> new LotPart(lot.lot(), lot.quantity())).toList());
    }
}
