package org.driftgate.rebalancing;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Lot;
import org.driftgate.rebalancing.WashSale.Purchase;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/**
 * Wash sales of taxable losses (IRC §1091): a purchase in any account of the household, retirement accounts included, in
 * the thirty days before the sale, by an order that is still working, or by the same proposal. A purchase whose lots are
 * all sold whole does not count. What is ordered in the thirty days after the sale lies in the future and is not seen here.
 */
public final class WashSales {

    private static final int WINDOW_DAYS = 30;

    private WashSales() {}

    private record Bought(AccountId account, Symbol symbol, LocalDate date, Purchase purchase) {}

    public static List<WashSale> of(
            Household household, Book market, List<PlannedTrade> trades, List<LotGain> gains, LocalDate day) {
        Set<Bought> purchases = new LinkedHashSet<>(recent(household, day));
        household.openOrders().stream()
                .filter(order -> order.side() == Side.BUY)
                .map(order -> new Bought(order.account(), order.symbol(), order.entered(), Purchase.WORKING))
                .forEach(purchases::add);
        trades.stream()
                .filter(trade -> trade.side() == Side.BUY)
                .map(buy -> new Bought(buy.account(), buy.symbol(), day, Purchase.PROPOSED))
                .forEach(purchases::add);
        var identical = new IdenticalSecurities(market);
        return gains.stream()
                .filter(gain -> gain.isTaxable() && gain.gain().isNegative())
                .flatMap(loss -> purchases.stream()
                        .filter(purchase -> identical.areSame(loss.lot().symbol(), purchase.symbol()))
                        .filter(purchase -> !soldWhole(household, gains, purchase))
                        .limit(1)
                        .map(purchase -> washSale(loss, purchase, day)))
                .toList();
    }

    /** The security itself and those that the firm declared substantially identical, also through another. */
    public static boolean sameSecurity(Book market, Symbol one, Symbol other) {
        return one.equals(other) || new IdenticalSecurities(market).areSame(one, other);
    }

    private static List<Bought> recent(Household household, LocalDate day) {
        Stream<Bought> traded = household.recentTrades().stream()
                .filter(trade -> trade.side() == Side.BUY)
                .map(trade -> new Bought(trade.account(), trade.symbol(), trade.date(), Purchase.DONE));
        Stream<Bought> held = household.accounts().stream()
                .flatMap(account -> lots(account)
                        .map(lot -> new Bought(account.id(), lot.symbol(), lot.acquired(), Purchase.DONE)));
        return Stream.concat(traded, held)
                .filter(purchase -> !purchase.date().isBefore(day.minusDays(WINDOW_DAYS)))
                .filter(purchase -> !purchase.date().isAfter(day))
                .distinct()
                .toList();
    }

    private static boolean soldWhole(Household household, List<LotGain> gains, Bought purchase) {
        if (purchase.purchase() != Purchase.DONE) return false;
        List<Lot> bought = household.accounts().stream()
                .filter(account -> account.id().equals(purchase.account()))
                .flatMap(WashSales::lots)
                .filter(lot ->
                        lot.symbol().equals(purchase.symbol()) && lot.acquired().equals(purchase.date()))
                .toList();
        return !bought.isEmpty()
                && bought.stream().allMatch(lot -> soldOf(gains, lot).equals(lot.quantity()));
    }

    private static Quantity soldOf(List<LotGain> gains, Lot lot) {
        return gains.stream()
                .filter(gain -> gain.lot().id().equals(lot.id()))
                .map(LotGain::quantity)
                .reduce(Quantity.ZERO, Quantity::plus);
    }

    private static Stream<Lot> lots(Account account) {
        return account.positions().stream().flatMap(position -> position.lots().stream());
    }

    private static WashSale washSale(LotGain loss, Bought purchase, LocalDate day) {
        return new WashSale(
                loss.line(),
                loss.lot().id(),
                loss.lot().symbol(),
                day,
                loss.gain(),
                purchase.symbol(),
                purchase.account(),
                purchase.date(),
                purchase.purchase());
    }
}
