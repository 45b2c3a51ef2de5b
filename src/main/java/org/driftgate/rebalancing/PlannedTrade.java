package org.driftgate.rebalancing;

import java.util.List;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/** A trade whose consequences are asked for; {@code limit} is the collar, the worst price at which it may fill. */
public record PlannedTrade(
        int line,
        AccountId account,
        Side side,
        Symbol symbol,
        Quantity quantity,
        Price price,
        Price limit,
        List<LotPart> lots) {

    public PlannedTrade {
        lots = List.copyOf(lots);
    }

    public boolean isSale() {
        return side == Side.SELL;
    }

    public Money amount() {
        return quantity.at(price);
    }
}
