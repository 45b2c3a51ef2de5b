package org.driftgate.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.Restriction;
import org.driftgate.proposal.LotSale;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;

/** A household as its snapshot showed it against how it stands now, seen from one line that is to be sent. */
record HouseholdComparison(Household before, Household now, List<Order> ours) {

    List<String> moves(Trade trade, List<LotSale> lots) {
        Optional<Account> found = account(now, trade.account());
        if (found.isEmpty()) return List.of("Account %s is not reported any more.".formatted(trade.account()));
        var moves = new ArrayList<String>();
        status(found.get()).ifPresent(moves::add);
        cash(trade, found.get()).ifPresent(moves::add);
        for (LotSale lot : lots) missing(trade, lot, found.get()).ifPresent(moves::add);
        restrictions(trade, moves);
        openOrders(trade, moves);
        return moves;
    }

    private Optional<String> status(Account account) {
        if (account.status() != AccountStatus.ACTIVE)
            return Optional.of("Account %s is %s now.".formatted(account.id(), account.status()));
        boolean lostDiscretion = !account.discretionary()
                && account(before, account.id()).filter(Account::discretionary).isPresent();
        return lostDiscretion
                ? Optional.of("Account %s is not discretionary any more.".formatted(account.id()))
                : Optional.empty();
    }

    /** Only while nothing of ours changed the cash of the account. */
    private Optional<String> cash(Trade trade, Account account) {
        if (trade.side() == Side.SELL || hasOurs(account.id())) return Optional.empty();
        return account(before, account.id())
                .filter(earlier -> account.cash().compareTo(earlier.cash()) < 0)
                .map(earlier -> "The cash of account %s fell from $%s to $%s."
                        .formatted(account.id(), earlier.cash(), account.cash()));
    }

    private Optional<String> missing(Trade trade, LotSale sale, Account account) {
        Quantity held = account.positions().stream()
                .flatMap(position -> position.lots().stream())
                .filter(lot -> lot.id().equals(sale.lot()) && lot.symbol().equals(trade.symbol()))
                .map(Lot::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
        if (held.plus(soldOf(sale.lot())).compareTo(sale.quantity()) >= 0) return Optional.empty();
        return Optional.of("Lot %s of %s in account %s holds %s shares now, not %s."
                .formatted(sale.lot(), trade.symbol(), trade.account(), held, sale.quantity()));
    }

    /** What earlier attempts of ours sold of a lot is not missing. */
    private Quantity soldOf(LotId lot) {
        return ours.stream()
                .filter(order -> order.mayBeSent() && !order.progress().filled().isZero())
                .flatMap(order -> Ticket.part(
                        order.intent().lots(), Quantity.ZERO, order.progress().filled())
                        .stream())
                .filter(sold -> sold.lot().equals(lot))
                .map(LotSale::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private void restrictions(Trade trade, List<String> moves) {
        now.restrictions().stream()
                .filter(restriction -> restriction.covers(trade.account(), trade.symbol()))
                .filter(restriction -> forbids(restriction.kind(), trade.side()))
                .filter(restriction -> !before.restrictions().contains(restriction))
                .map(restriction -> "A new restriction (%s, %s) covers %s in account %s."
                        .formatted(restriction.kind(), restriction.reason(), trade.symbol(), trade.account()))
                .forEach(moves::add);
    }

    private static boolean forbids(Restriction.Kind kind, Side side) {
        return switch (kind) {
            case LOCKED -> true;
            case NO_BUY -> side == Side.BUY;
            case NO_SELL -> side == Side.SELL;
        };
    }

    private void openOrders(Trade trade, List<String> moves) {
        now.openOrders().stream()
                .filter(order -> order.account().equals(trade.account()))
                .filter(order -> !before.openOrders().contains(order) && !isOurs(order))
                .map(order -> "Somebody else's order to %s %s %s is working in account %s."
                        .formatted(order.side(), order.quantity(), order.symbol(), order.account()))
                .forEach(moves::add);
    }

    private boolean isOurs(OpenOrder open) {
        return ours.stream()
                .map(Order::intent)
                .anyMatch(intent -> intent.account().equals(open.account())
                        && intent.symbol().equals(open.symbol())
                        && intent.side() == open.side());
    }

    private boolean hasOurs(AccountId account) {
        return ours.stream()
                .anyMatch(order -> order.intent().account().equals(account)
                        && order.progress().attempts() > 0);
    }

    private static Optional<Account> account(Household household, AccountId id) {
        return household.accounts().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }
}
