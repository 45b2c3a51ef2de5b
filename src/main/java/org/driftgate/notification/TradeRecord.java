package org.driftgate.notification;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.driftgate.shared.Price;
import org.driftgate.shared.Symbol;
import org.driftgate.trading.Orders.OrderStatus;
import org.jspecify.annotations.Nullable;

/** The five facts of an execution that a client record keeps: type, security, amount, price range, confirmations. */
record TradeRecord(String type, String security, String amount, String priceRange, String confirmations) {

    static List<TradeRecord> of(ClientNoticeFacts known) {
        var words = new TradeWords(known.market().securities());
        return known.trades().filled().stream()
                .map(total -> new TradeRecord(
                        total.side().name(),
                        words.name(total.symbol()),
                        "%s shares, $%,.2f"
                                .formatted(
                                        total.filled(), total.amount().amount().abs()),
                        range(ordersOf(known, total)),
                        confirmations(ordersOf(known, total))))
                .toList();
    }

    String line() {
        return "Trade type: %s; security: %s; amount: %s; execution price: %s; confirmation: %s"
                .formatted(type, security, amount, priceRange, confirmations);
    }

    private static List<OrderStatus> ordersOf(ClientNoticeFacts known, ExecutedTrades.Total total) {
        Symbol symbol = total.symbol();
        return known.trades().orders().stream()
                .filter(order -> order.symbol().equals(symbol) && order.side() == total.side())
                .filter(order -> !order.filled().isZero())
                .toList();
    }

    private static String range(List<OrderStatus> orders) {
        Price lowest = extreme(orders.stream().map(OrderStatus::lowestPrice).toList(), Comparator.naturalOrder());
        Price highest = extreme(orders.stream().map(OrderStatus::highestPrice).toList(), Comparator.reverseOrder());
        if (lowest == null || highest == null) return "not reported";
        return lowest.equals(highest) ? "$" + lowest : "$%s to $%s".formatted(lowest, highest);
    }

    private static @Nullable Price extreme(List<@Nullable Price> prices, Comparator<Price> order) {
        return prices.stream().filter(Objects::nonNull).min(order).orElse(null);
    }

    private static String confirmations(List<OrderStatus> orders) {
        String references = orders.stream()
                .map(OrderStatus::reference)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return references.isEmpty() ? "not reported" : references;
    }
}
