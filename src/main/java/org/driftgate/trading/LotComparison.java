package org.driftgate.trading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * The lots of accounts as the snapshot showed them against those of now. What our own orders sold or bought may show
 * already or not; every other difference counts.
 */
record LotComparison(Household before, Household now, List<Order> ours) {

    List<String> changes(Set<AccountId> accounts) {
        var changes = new ArrayList<String>();
        for (Account account : before.accounts()) if (accounts.contains(account.id())) changes.addAll(changes(account));
        return changes;
    }

    private List<String> changes(Account account) {
        Map<LotId, Lot> earlier = lots(account);
        Map<LotId, Lot> current = now.accounts().stream()
                .filter(other -> other.id().equals(account.id()))
                .findFirst()
                .map(LotComparison::lots)
                .orElse(Map.of());
        var changes = new ArrayList<String>();
        earlier.values()
                .forEach(lot -> change(account, lot, current.get(lot.id())).ifPresent(changes::add));
        current.values().stream()
                .filter(lot -> !earlier.containsKey(lot.id()))
                .filter(lot -> lot.quantity().compareTo(bought(account, lot.symbol())) > 0)
                .map(lot -> "Lot %s of %s shares of %s is new in account %s."
                        .formatted(lot.id(), lot.quantity(), lot.symbol(), account.id()))
                .forEach(changes::add);
        return changes;
    }

    private Optional<String> change(Account account, Lot earlier, @Nullable Lot current) {
        Quantity left = current == null ? Quantity.ZERO : current.quantity();
        boolean isLess = left.compareTo(earlier.quantity()) <= 0;
        boolean isOurs = isLess && left.plus(sold(earlier.id())).compareTo(earlier.quantity()) >= 0;
        boolean isSame = current == null
                || (current.unitCost().equals(earlier.unitCost())
                        && current.acquired().equals(earlier.acquired()));
        if (isOurs && isSame) return Optional.empty();
        return Optional.of(
                left.equals(earlier.quantity())
                        ? "Cost or date of lot %s of %s in account %s changed."
                                .formatted(earlier.id(), earlier.symbol(), account.id())
                        : "Lot %s of %s in account %s holds %s shares now, not %s."
                                .formatted(earlier.id(), earlier.symbol(), account.id(), left, earlier.quantity()));
    }

    private Quantity sold(LotId lot) {
        return ours.stream()
                .filter(order -> order.intent().side() == Side.SELL)
                .flatMap(order -> Ticket.part(
                        order.intent().lots(), Quantity.ZERO, order.progress().filled())
                        .stream())
                .filter(sale -> sale.lot().equals(lot))
                .map(LotSale::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private Quantity bought(Account account, Symbol symbol) {
        return ours.stream()
                .filter(order -> order.intent().side() == Side.BUY
                        && order.intent().account().equals(account.id())
                        && order.intent().symbol().equals(symbol))
                .map(order -> order.progress().filled())
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static Map<LotId, Lot> lots(Account account) {
        var lots = new LinkedHashMap<LotId, Lot>();
        account.positions().stream()
                .flatMap(position -> position.lots().stream())
                .forEach(lot -> lots.put(lot.id(), lot));
        return lots;
    }
}
