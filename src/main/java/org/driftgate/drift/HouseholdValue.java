package org.driftgate.drift;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Position;
import org.driftgate.household.Security;
import org.driftgate.shared.Money;
import org.driftgate.shared.Symbol;

/**
 * What a household owns, held-away accounts included, less the withdrawals and required distributions due by a day.
 * A contribution counts once it is posted in cash and never before.
 */
record HouseholdValue(Map<Symbol, Money> holdings, Money cash) {

    static HouseholdValue of(Household household, Book market, LocalDate needsUntil) {
        var holdings = new HashMap<Symbol, Money>();
        Money cash = Money.ZERO;
        for (Account account : household.accounts()) {
            cash = cash.plus(account.cash());
            for (Position position : account.positions())
                holdings.merge(position.symbol(), value(position, market), Money::plus);
        }
        for (CashNeed need : household.cashNeeds())
            if (need.kind() != CashNeed.Kind.CONTRIBUTION && !need.due().isAfter(needsUntil))
                cash = cash.minus(need.amount());
        return new HouseholdValue(holdings, cash);
    }

    Money total() {
        return holdings.values().stream().reduce(cash, Money::plus);
    }

    private static Money value(Position position, Book market) {
        Security security = market.securities().get(position.symbol());
        if (security == null) throw new IllegalArgumentException("no security " + position.symbol());
        return position.quantity().at(security.price());
    }
}
