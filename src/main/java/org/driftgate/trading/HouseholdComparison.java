package org.driftgate.trading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.AccountStatus;
import org.driftgate.household.Household;
import org.driftgate.household.OpenOrder;
import org.driftgate.household.Restriction;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Side;
import org.jspecify.annotations.Nullable;

/** A household as its snapshot showed it against how it stands now: its instructions and orders, and each line's account. */
record HouseholdComparison(Household before, Household now, List<Order> ours) {

    /** Restrictions that came or went, and somebody else's orders that came or went. */
    List<String> changes() {
        return Stream.of(
                        missing(now.restrictions(), before.restrictions())
                                .map(added -> "A restriction is new: %s.".formatted(text(added))),
                        missing(before.restrictions(), now.restrictions())
                                .map(gone -> "A restriction is gone: %s.".formatted(text(gone))),
                        missing(now.openOrders(), before.openOrders())
                                .filter(order -> !isOurs(order))
                                .map(order -> "Somebody else's order to %s is working in account %s."
                                        .formatted(text(order), order.account())),
                        missing(before.openOrders(), now.openOrders())
                                .map(order -> "Somebody else's order to %s is not working any more in account %s."
                                        .formatted(text(order), order.account())))
                .flatMap(sentences -> sentences)
                .toList();
    }

    List<String> moves(Trade trade) {
        Optional<Account> found = account(now, trade.account());
        if (found.isEmpty()) return List.of("Account %s is not reported any more.".formatted(trade.account()));
        var moves = new ArrayList<String>();
        status(found.get()).ifPresent(moves::add);
        cash(trade, found.get()).ifPresent(moves::add);
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

    private static <T> Stream<T> missing(List<T> these, List<T> those) {
        return these.stream().filter(one -> !those.contains(one));
    }

    private static String text(Restriction restriction) {
        return "%s of %s in %s, %s"
                .formatted(
                        restriction.kind(),
                        orElse(restriction.symbol(), "every security"),
                        restriction.account() == null ? "every account" : "account " + restriction.account(),
                        restriction.reason());
    }

    private static String text(OpenOrder order) {
        return "%s %s %s".formatted(order.side(), order.quantity(), order.symbol());
    }

    private static String orElse(@Nullable Object value, String other) {
        return value == null ? other : value.toString();
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
