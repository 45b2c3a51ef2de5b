package org.driftgate.trading;

import java.util.List;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.OrderId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/** One day order with a limit for one account; sales carry their lots. */
public record CustodyOrder(
        OrderId id, AccountId account, Side side, Symbol symbol, Quantity quantity, Price limit, List<LotSale> lots) {

    public CustodyOrder {
        lots = List.copyOf(lots);
    }

    boolean namesLots() {
        return side == Side.SELL && !lots.isEmpty();
    }
}
