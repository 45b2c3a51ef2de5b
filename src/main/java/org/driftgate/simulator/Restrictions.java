package org.driftgate.simulator;

import java.math.BigDecimal;
import org.driftgate.adapter.book.RestrictionRow;

/** What the rebalancer of the simulated Orion may trade in the accounts of a household. */
record Restrictions(HouseholdState household) {

    boolean isTradable(AccountState account) {
        boolean lotsAddUp = account.positions().stream()
                .allMatch(position -> position.lots().stream()
                                .map(HeldLot::quantity)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(position.quantity())
                        == 0);
        return account.isActive()
                && !account.row().heldAway()
                && account.row().custodian().equals("schwab")
                && lotsAddUp
                && household.openOrders().stream()
                        .noneMatch(order -> order.account().equals(account.row().account()))
                && household.restrictions().stream()
                        .noneMatch(r -> r.symbol() == null && isLock(r) && covers(r, account));
    }

    boolean maySell(AccountState account, String symbol) {
        return isFree(account, symbol, "no_sell");
    }

    boolean mayBuy(AccountState account, String symbol) {
        return isFree(account, symbol, "no_buy");
    }

    private boolean isFree(AccountState account, String symbol, String kind) {
        return household.restrictions().stream()
                .noneMatch(r -> (r.kind().equals(kind) || isLock(r))
                        && covers(r, account)
                        && (r.symbol() == null || r.symbol().equals(symbol)));
    }

    private static boolean isLock(RestrictionRow restriction) {
        return restriction.kind().equals("locked");
    }

    private static boolean covers(RestrictionRow restriction, AccountState account) {
        return restriction.account() == null
                || restriction.account().equals(account.row().account());
    }
}
