package org.driftgate.household;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.driftgate.shared.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Judges the securities that somebody holds or a model asks for. Such a finding makes the whole snapshot unusable,
 * because every household shares them.
 */
final class MarketRules {

    private final LocalDate today;
    private final LocalDate oldestPrice;
    private final ZoneId zone;

    MarketRules(LocalDate today, LocalDate oldestPrice, ZoneId zone) {
        this.today = today;
        this.oldestPrice = oldestPrice;
        this.zone = zone;
    }

    List<Finding> findings(Book book) {
        var findings = new ArrayList<Finding>();
        users(book).forEach((symbol, user) -> {
            Finding finding = judge(book, new Symbol(symbol), user);
            if (finding != null) findings.add(finding);
        });
        return findings;
    }

    private @Nullable Finding judge(Book book, Symbol symbol, String user) {
        Security security = book.securities().get(symbol);
        if (security == null)
            return finding(
                    "UNKNOWN_SECURITY",
                    user,
                    symbol,
                    "%s of %s is not among the reported securities".formatted(symbol, user));
        if (security.price().isZero())
            return finding("ZERO_PRICE", user, symbol, "the price of %s, held by %s, is zero".formatted(symbol, user));
        LocalDate priced = LocalDate.ofInstant(security.pricedAt(), zone);
        if (priced.isBefore(oldestPrice))
            return finding(
                    "STALE_PRICE",
                    user,
                    symbol,
                    "the price of %s is of %s; it must be of %s or later".formatted(symbol, priced, oldestPrice));
        if (priced.isAfter(today))
            return finding(
                    "FUTURE_PRICE",
                    user,
                    symbol,
                    "the price of %s is of %s, which is after today, %s".formatted(symbol, priced, today));
        return null;
    }

    /** Every used symbol with the first account or model that uses it. */
    private static TreeMap<String, String> users(Book book) {
        var users = new TreeMap<String, String>();
        for (Household household : book.households())
            for (Account account : household.accounts())
                for (Position position : account.positions())
                    users.putIfAbsent(position.symbol().value(), "account " + account.id());
        book.models()
                .forEach((name, model) ->
                        model.targets().keySet().forEach(symbol -> users.putIfAbsent(symbol.value(), "model " + name)));
        return users;
    }

    private static Finding finding(String rule, String user, Symbol symbol, String sentence) {
        String account = user.startsWith("account ") ? user.substring("account ".length()) : null;
        return new Finding(rule, null, account, "price of " + symbol, sentence);
    }
}
