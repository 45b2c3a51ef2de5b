package org.driftgate.trading;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.LotSale;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.LotId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.RunId;
import org.driftgate.shared.Side;
import org.driftgate.shared.SnapshotId;
import org.driftgate.shared.Symbol;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the lots of a new snapshot against those that the sales of the trading day before named, where the custodian's
 * reports named none: on the settlement date at the latest. Only where as many shares went as were sold; what else moves
 * shares is for {@link LotComparison}.
 */
@Component
public class CompareSettledLots {

    private final Snapshots snapshots;
    private final OrderRows rows;
    private final Quarantine quarantine;
    private final MarketCalendar market;

    CompareSettledLots(Snapshots snapshots, OrderRows rows, Quarantine quarantine, MarketCalendar market) {
        this.snapshots = snapshots;
        this.rows = rows;
        this.quarantine = quarantine;
        this.market = market;
    }

    private record Place(AccountId account, Symbol symbol) {

        static Place of(Order order) {
            return new Place(order.intent().account(), order.intent().symbol());
        }
    }

    @Transactional
    public void inSnapshotOf(RunId run) {
        Map<Place, List<Order>> sold = sold();
        if (sold.isEmpty()) return;
        SnapshotId snapshot = snapshots
                .ofRun(run)
                .orElseThrow(() -> new IllegalStateException("run %s has no snapshot to look for lots".formatted(run)));
        Book now = snapshots.whole(snapshot);
        sold.forEach((place, orders) -> {
            Order first = orders.get(0);
            Household before = snapshots.household(
                    first.intent().snapshot(), first.intent().about().household());
            now.households().stream()
                    .filter(household -> household.id().equals(before.id()))
                    .forEach(household -> compare(place, orders, before, household));
        });
    }

    /** Sales of the trading day before, by position, where nothing is known of their lots and nothing has traded since. */
    private Map<Place, List<Order>> sold() {
        var today = market.today();
        var traded = rows.claimedOn(today).stream().map(Place::of).collect(Collectors.toSet());
        Map<Place, List<Order>> sold = rows.claimedOn(market.calendar().previousTradingDay(today)).stream()
                .filter(order -> !order.progress().filled().isZero())
                .collect(Collectors.groupingBy(Place::of));
        sold.entrySet()
                .removeIf(entry -> traded.contains(entry.getKey())
                        || entry.getValue().stream().anyMatch(CompareSettledLots::isBoughtOrTold));
        return sold;
    }

    private static boolean isBoughtOrTold(Order order) {
        return order.intent().side() == Side.BUY || !order.progress().relieved().isEmpty();
    }

    private void compare(Place place, List<Order> orders, Household before, Household now) {
        Map<LotId, Quantity> gone = gone(lots(before, place), lots(now, place));
        Map<LotId, Quantity> instructed = RelievedLots.summed(orders.stream()
                .flatMap(order -> new RelievedLots(order).instructed().entrySet().stream())
                .map(lot -> new LotSale(lot.getKey(), lot.getValue()))
                .toList());
        if (gone.equals(instructed) || !total(gone).equals(total(instructed))) return;
        quarantine.keepLots(
                orders.get(orders.size() - 1),
                "instructed were %s; the snapshot of %s lacks %s"
                        .formatted(RelievedLots.words(instructed), market.today(), RelievedLots.words(gone)));
    }

    private static Map<LotId, Quantity> gone(Map<LotId, Quantity> before, Map<LotId, Quantity> now) {
        Map<LotId, Quantity> gone = new TreeMap<>(RelievedLots.BY_LOT);
        before.forEach((lot, held) -> {
            Quantity left = now.getOrDefault(lot, Quantity.ZERO);
            if (left.compareTo(held) < 0) gone.put(lot, held.minus(left));
        });
        return gone;
    }

    private static Map<LotId, Quantity> lots(Household household, Place place) {
        return household.accounts().stream()
                .filter(account -> account.id().equals(place.account()))
                .map(Account::positions)
                .flatMap(List::stream)
                .filter(position -> position.symbol().equals(place.symbol()))
                .flatMap(position -> position.lots().stream())
                .collect(Collectors.toMap(Lot::id, Lot::quantity, Quantity::plus));
    }

    private static Quantity total(Map<LotId, Quantity> lots) {
        return lots.values().stream().reduce(Quantity.ZERO, Quantity::plus);
    }
}
