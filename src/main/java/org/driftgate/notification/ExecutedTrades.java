package org.driftgate.notification;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;
import org.driftgate.shared.Price;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;
import org.driftgate.trading.Orders.OrderStatus;
import org.jspecify.annotations.Nullable;

/** What was approved for a household and what of it was filled. */
record ExecutedTrades(List<Trade> approved, List<OrderStatus> orders) {

    private static final Comparator<Total> SELLS_FIRST = Comparator.comparing(Total::side, Comparator.reverseOrder())
            .thenComparing(total -> total.symbol().value());

    ExecutedTrades {
        approved = List.copyOf(approved);
        orders = List.copyOf(orders);
    }

    /** Per security and side over all accounts, sells first; only what was filled at least in part. */
    List<Total> filled() {
        return totals(Leg::withoutAccount).stream()
                .filter(total -> !total.filled().isZero())
                .toList();
    }

    /** What was approved, or begun, and is not filled in full. */
    List<Total> unfilled() {
        return totals(leg -> leg).stream()
                .filter(total -> total.filled().compareTo(total.wanted()) < 0)
                .toList();
    }

    boolean isComplete() {
        return unfilled().isEmpty();
    }

    /** A leg may have several orders: a retry, or an amended version's. Money is signed: sells positive. */
    record Total(
            Side side,
            Symbol symbol,
            Quantity wanted,
            Quantity filled,
            Money amount,
            @Nullable Price average) {

        private Total plus(Total other) {
            return of(side, symbol, wanted.plus(other.wanted), filled.plus(other.filled), amount.plus(other.amount));
        }

        private static Total of(Side side, Symbol symbol, Quantity wanted, Quantity filled, Money amount) {
            Price average = filled.isZero()
                    ? null
                    : new Price(amount.amount().abs().divide(filled.shares(), 6, java.math.RoundingMode.HALF_EVEN));
            return new Total(side, symbol, wanted, filled, amount, average);
        }
    }

    private record Leg(@Nullable AccountId account, Side side, Symbol symbol) {

        private Leg withoutAccount() {
            return new Leg(null, side, symbol);
        }
    }

    private List<Total> totals(java.util.function.UnaryOperator<Leg> grouping) {
        Map<Leg, Total> groups = new LinkedHashMap<>();
        legs().forEach((leg, total) -> groups.merge(grouping.apply(leg), total, Total::plus));
        return groups.values().stream().sorted(SELLS_FIRST).toList();
    }

    private Map<Leg, Total> legs() {
        Map<Leg, Total> legs = new LinkedHashMap<>();
        for (OrderStatus order : orders)
            legs.merge(new Leg(order.account(), order.side(), order.symbol()), total(order), ExecutedTrades::sameLeg);
        for (Trade trade : approved)
            legs.merge(
                    new Leg(trade.account(), trade.side(), trade.symbol()),
                    Total.of(trade.side(), trade.symbol(), trade.quantity(), Quantity.ZERO, Money.ZERO),
                    ExecutedTrades::sameLeg);
        return legs;
    }

    /** An order that never got going wants nothing by itself: the approved version says what is still wanted. */
    private static Total total(OrderStatus order) {
        Quantity wanted = order.filled().isZero() ? Quantity.ZERO : order.quantity();
        Price average = order.averagePrice();
        Money amount = average == null ? Money.ZERO : order.filled().at(average);
        return Total.of(
                order.side(),
                order.symbol(),
                wanted,
                order.filled(),
                order.side() == Side.SELL ? amount : amount.negated());
    }

    private static Total sameLeg(Total one, Total other) {
        Quantity wanted = one.wanted().compareTo(other.wanted()) >= 0 ? one.wanted() : other.wanted();
        return Total.of(
                one.side(),
                one.symbol(),
                wanted,
                one.filled().plus(other.filled()),
                one.amount().plus(other.amount()));
    }
}
