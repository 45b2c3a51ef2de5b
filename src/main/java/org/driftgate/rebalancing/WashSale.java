package org.driftgate.rebalancing;

import java.time.LocalDate;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Symbol;

/**
 * A sale at a loss with a purchase of the same or a declared identical security too near to it; both dates. That of an
 * order which is still working is the day on which it was entered.
 */
public record WashSale(
        int line,
        LotId lot,
        Symbol sold,
        LocalDate soldOn,
        Money loss,
        Symbol bought,
        AccountId boughtIn,
        LocalDate boughtOn,
        Purchase purchase) {

    /** Whether the shares are there, on order with somebody else, or part of the proposal. */
    public enum Purchase {
        DONE,
        WORKING,
        PROPOSED
    }

    public boolean boughtByProposal() {
        return purchase == Purchase.PROPOSED;
    }
}
