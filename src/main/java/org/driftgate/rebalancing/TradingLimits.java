package org.driftgate.rebalancing;

import java.util.Optional;
import org.driftgate.household.Household;
import org.driftgate.household.Restriction;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/** Which instruction of the client stands against a trade; accounts set aside are the household room's concern. */
public final class TradingLimits {

    private TradingLimits() {}

    public static Optional<Restriction> forbidding(Household household, AccountId account, Symbol symbol, Side side) {
        return household.restrictions().stream()
                .filter(rule -> rule.covers(account, symbol))
                .filter(rule -> rule.kind() == Restriction.Kind.LOCKED
                        || rule.kind() == (side == Side.SELL ? Restriction.Kind.NO_SELL : Restriction.Kind.NO_BUY))
                .findFirst();
    }
}
