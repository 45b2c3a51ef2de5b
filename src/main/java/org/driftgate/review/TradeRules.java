package org.driftgate.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.household.Book;
import org.driftgate.household.Security;
import org.driftgate.proposal.Trade;
import org.driftgate.review.RuleFinding.Rule;

/** Rules that look at the trades themselves: restrictions, account states, duplicates, old prices. */
final class TradeRules {

    private TradeRules() {}

    static Stream<RuleFinding> findings(Assessment assessment, List<Trade> trades, Instant oldestPrice) {
        return Stream.of(
                        forbidden(assessment, trades),
                        duplicates(trades),
                        stale(assessment.market(), trades, oldestPrice))
                .flatMap(found -> found);
    }

    private static Stream<RuleFinding> forbidden(Assessment assessment, List<Trade> trades) {
        return trades.stream()
                .flatMap(trade -> ForbiddenTrades.reason(assessment.household(), assessment.accounts(), trade).stream()
                        .map(reason -> RuleFinding.block(
                                Rule.RESTRICTION,
                                "%s of %s in account %s is not allowed: %s"
                                        .formatted(word(trade), trade.symbol(), trade.account(), reason),
                                List.of(trade.line()))));
    }

    private static Stream<RuleFinding> duplicates(List<Trade> trades) {
        Map<String, List<Trade>> byPlace = trades.stream()
                .collect(Collectors.groupingBy(
                        trade -> trade.symbol() + " in account " + trade.account(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byPlace.entrySet().stream()
                .filter(same -> same.getValue().size() > 1)
                .map(same -> RuleFinding.warning(
                        Rule.DUPLICATE_ORDER,
                        "%d orders for %s look like duplicates"
                                .formatted(same.getValue().size(), same.getKey()),
                        same.getValue().stream().map(Trade::line).toList()));
    }

    private static Stream<RuleFinding> stale(Book market, List<Trade> trades, Instant oldest) {
        return trades.stream()
                .flatMap(trade -> Stream.ofNullable(market.securities().get(trade.symbol()))
                        .map(Security::pricedAt)
                        .filter(pricedAt -> pricedAt.isBefore(oldest))
                        .map(pricedAt -> RuleFinding.warning(
                                Rule.PRICE_STALE,
                                "the price of %s is from %s, before the last close"
                                        .formatted(trade.symbol(), Objects.requireNonNull(pricedAt)),
                                List.of(trade.line()))));
    }

    private static String word(Trade trade) {
        return switch (trade.side()) {
            case BUY -> "a buy";
            case SELL -> "a sale";
        };
    }
}
