package org.driftgate.notification;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.driftgate.household.Security;
import org.driftgate.notification.ExecutedTrades.Total;
import org.driftgate.shared.Price;
import org.driftgate.shared.Side;
import org.driftgate.shared.Symbol;

/** Trades as a client reads them. */
record TradeWords(Map<Symbol, Security> securities) {

    List<String> filled(ExecutedTrades trades) {
        return trades.filled().stream()
                .map(total -> done(total) + elsewhere(total, trades))
                .toList();
    }

    List<String> unfilled(ExecutedTrades trades) {
        return trades.unfilled().stream().map(this::left).toList();
    }

    private String done(Total total) {
        String verb = total.side() == Side.SELL ? "Sold" : "Bought";
        Price average = total.average();
        String price = average == null ? "" : " at an average price of $%,.2f".formatted(average.dollars());
        return "%s %s%s, $%,.2f in all"
                .formatted(
                        verb,
                        shares(total, total.filled().shares()),
                        price,
                        total.amount().amount().abs());
    }

    /** The same security was sold too; an account never does both. */
    private static String elsewhere(Total total, ExecutedTrades trades) {
        boolean moved = total.side() == Side.BUY
                && trades.filled().stream()
                        .anyMatch(other ->
                                other.side() == Side.SELL && other.symbol().equals(total.symbol()));
        return moved ? ", in another account than it was sold in" : "";
    }

    private String left(Total total) {
        String verb = total.side() == Side.SELL ? "To sell" : "To buy";
        return verb + " " + shares(total, total.wanted().minus(total.filled()).shares());
    }

    private String shares(Total total, BigDecimal shares) {
        String count = count(shares);
        return "%s %s of %s".formatted(count, count.equals("1") ? "share" : "shares", name(total.symbol()));
    }

    String name(Symbol symbol) {
        Security security = securities.get(symbol);
        String ticker = OneLine.of(symbol.value());
        return security == null ? ticker : "%s (%s)".formatted(OneLine.of(security.name()), ticker);
    }

    /** With separators and without trailing zeros. */
    private static String count(BigDecimal shares) {
        BigDecimal plain = shares.stripTrailingZeros();
        return ("%,." + Math.max(0, plain.scale()) + "f").formatted(plain);
    }
}
