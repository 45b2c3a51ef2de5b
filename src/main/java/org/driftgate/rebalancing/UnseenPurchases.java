package org.driftgate.rebalancing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.RecentTrade;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/**
 * What somebody of the household bought in the last 30 days and no lot shows, or has on order: it will be filled inside
 * the window of today's sales. How many shares replace a sale is not known then.
 */
public final class UnseenPurchases {

    private UnseenPurchases() {}

    public static Set<Symbol> of(Household household, LocalDate day) {
        Set<Symbol> bought = new HashSet<>();
        for (RecentTrade trade : household.recentTrades())
            if (trade.side() == Side.BUY && isRecent(trade.date(), day) && !isHeld(household, trade))
                bought.add(trade.symbol());
        for (OpenOrder order : household.openOrders()) if (order.side() == Side.BUY) bought.add(order.symbol());
        return bought;
    }

    private static boolean isHeld(Household household, RecentTrade trade) {
        return household.accounts().stream()
                .filter(account -> account.id().equals(trade.account()))
                .flatMap(account -> account.positions().stream())
                .filter(position -> position.symbol().equals(trade.symbol()))
                .flatMap(position -> position.lots().stream())
                .map(Lot::acquired)
                .anyMatch(trade.date()::equals);
    }

    private static boolean isRecent(LocalDate date, LocalDate day) {
        return !date.isAfter(day) && WashMatching.isInWindow(day, date);
    }
}
