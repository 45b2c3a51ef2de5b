package org.driftgate.proposal;

import java.util.List;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/**
 * One line of a proposal: whole shares, a day order that is marketable with a collar ({@code limit}). A sale names its
 * lots in the order in which they are relieved and they add up to the quantity; a buy names none.
 */
public record Trade(
        int line,
        AccountId account,
        Side side,
        Symbol symbol,
        Quantity quantity,
        Price estimatedPrice,
        Price limit,
        List<LotSale> lots,
        List<Reason> reasons) {

    public Trade {
        lots = List.copyOf(lots);
        reasons = List.copyOf(reasons);
        if (quantity.isZero()) throw new IllegalArgumentException("line %d trades nothing".formatted(line));
        if (reasons.isEmpty()) throw new IllegalArgumentException("line %d has no reason".formatted(line));
        if (side == Side.BUY && !lots.isEmpty())
            throw new IllegalArgumentException("line %d is a buy with lots".formatted(line));
    }
}
