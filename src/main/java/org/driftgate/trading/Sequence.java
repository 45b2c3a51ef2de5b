package org.driftgate.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Quantity;
import org.driftgate.shared.Side;
import org.driftgate.shared.VersionId;

/**
 * Whose turn it is among the orders of a case: sells first, an account's buys when nothing more will come of its sells.
 * A buy shrinks to the whole shares that the account's cash covers at the limit; it never grows.
 */
record Sequence(List<Order> orders, VersionId approved) {

    /** Sells before buys, by line. */
    List<Order> next() {
        return orders.stream()
                .filter(order -> order.intent().version().equals(approved))
                .filter(Order::mayBeSent)
                .filter(order -> order.intent().side() == Side.SELL
                        || sellsAreOver(order.intent().account()))
                .sorted(Comparator.comparing((Order order) -> order.intent().side() == Side.BUY)
                        .thenComparing(order -> order.intent().line()))
                .toList();
    }

    private boolean sellsAreOver(AccountId account) {
        return orders.stream()
                .filter(order -> order.intent().account().equals(account)
                        && order.intent().side() == Side.SELL)
                .filter(order -> order.intent().version().equals(approved) || order.isWorking())
                .allMatch(Order::isOver);
    }

    /**
     * The quantity to send of each order that is next. {@code cash} is what the accounts held in the snapshot that the
     * version was made from; orders of older snapshots are in it already. Proceeds of sales do not count in accounts that
     * may spend settled cash only: today's settle another day.
     */
    Map<Order, Quantity> quantities(Map<AccountId, BigDecimal> cash, Set<AccountId> settledOnly) {
        var left = new HashMap<>(cash);
        orders.stream()
                .filter(order -> isSinceSnapshot(order))
                .filter(order -> order.intent().side() == Side.BUY
                        || !settledOnly.contains(order.intent().account()))
                .forEach(order -> left.merge(order.intent().account(), order.cashEffect(), BigDecimal::add));
        var quantities = new LinkedHashMap<Order, Quantity>();
        for (Order order : next()) {
            Quantity quantity = order.intent().side() == Side.SELL
                    ? order.remaining()
                    : affordable(order, left.getOrDefault(order.intent().account(), BigDecimal.ZERO));
            quantities.put(order, quantity);
            if (order.intent().side() == Side.BUY)
                left.merge(order.intent().account(), cost(order, quantity).negate(), BigDecimal::add);
        }
        return quantities;
    }

    private boolean isSinceSnapshot(Order order) {
        return orders.stream()
                .filter(other -> other.intent().version().equals(approved))
                .anyMatch(
                        other -> other.intent().snapshot().equals(order.intent().snapshot()));
    }

    private static Quantity affordable(Order order, BigDecimal cash) {
        if (cost(order, order.remaining()).compareTo(cash) <= 0) return order.remaining();
        if (cash.signum() <= 0) return Quantity.ZERO;
        return new Quantity(cash.divide(order.intent().limit().dollars(), 0, RoundingMode.DOWN));
    }

    private static BigDecimal cost(Order order, Quantity quantity) {
        return quantity.shares().multiply(order.intent().limit().dollars());
    }
}
