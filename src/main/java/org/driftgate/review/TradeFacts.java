package org.driftgate.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.Security;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.Trade;
import org.driftgate.review.PreTradeRule.Circumstance;
import org.driftgate.shared.AccountId;

/** Facts about the trades themselves: restrictions, account states, duplicates, old prices. */
final class TradeFacts {

    private static final String NO_ACCOUNT = "NONE";

    private TradeFacts() {}

    static Stream<RuleFact> of(Assessment assessment, List<Trade> trades, MarketCalendar market) {
        return Stream.of(
                        forbidden(assessment, trades),
                        duplicates(assessment, trades),
                        priceAges(assessment, trades, market))
                .flatMap(facts -> facts);
    }

    private static Stream<RuleFact> forbidden(Assessment assessment, List<Trade> trades) {
        return trades.stream().map(trade -> {
            Optional<String> reason = ForbiddenTrades.reason(assessment.household(), assessment.accounts(), trade);
            String sentence =
                    "%s of %s in account %s is not allowed".formatted(word(trade), trade.symbol(), trade.account());
            return RuleFact.of(
                    PreTradeRule.RESTRICTION,
                    "%s %s in account %s".formatted(trade.side(), trade.symbol(), trade.account()),
                    reason.isPresent() ? BigDecimal.ONE : BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    Map.of(
                            Circumstance.FORBIDDEN, reason.isPresent(),
                            Circumstance.SYMBOL, trade.symbol().value(),
                            Circumstance.SIDE, trade.side().name(),
                            Circumstance.ACCOUNT_TYPE, accountType(assessment, trade.account())),
                    limit ->
                            reason.map(why -> "%s: %s".formatted(sentence, why)).orElse(sentence),
                    List.of(trade.line()));
        });
    }

    private static Stream<RuleFact> duplicates(Assessment assessment, List<Trade> trades) {
        Map<String, List<Trade>> byPlace = trades.stream()
                .collect(Collectors.groupingBy(
                        trade -> trade.symbol() + " in account " + trade.account(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byPlace.entrySet().stream().map(same -> duplicates(assessment, same.getKey(), same.getValue()));
    }

    private static RuleFact duplicates(Assessment assessment, String place, List<Trade> same) {
        Trade first = same.get(0);
        return RuleFact.of(
                PreTradeRule.DUPLICATE_ORDER,
                place,
                BigDecimal.valueOf(same.size()),
                BigDecimal.ONE,
                Map.of(
                        Circumstance.SYMBOL, first.symbol().value(),
                        Circumstance.ACCOUNT_TYPE, accountType(assessment, first.account())),
                limit -> "%d orders for %s look like duplicates".formatted(same.size(), place),
                same.stream().map(Trade::line).toList());
    }

    /** A price has to be at least of the last trading day before today. */
    private static Stream<RuleFact> priceAges(Assessment assessment, List<Trade> trades, MarketCalendar market) {
        LocalDate today = market.today();
        long limit = ChronoUnit.DAYS.between(market.calendar().previousTradingDay(today), today);
        return trades.stream()
                .flatMap(trade -> Stream.ofNullable(
                                assessment.market().securities().get(trade.symbol()))
                        .map(security -> priceAge(trade, security, daysSince(security.pricedAt(), market), limit)));
    }

    private static RuleFact priceAge(Trade trade, Security security, long days, long limit) {
        return RuleFact.of(
                PreTradeRule.PRICE_STALE,
                trade.symbol().value(),
                BigDecimal.valueOf(days),
                BigDecimal.valueOf(limit),
                Map.of(
                        Circumstance.SYMBOL, trade.symbol().value(),
                        Circumstance.SECURITY_KIND, security.kind().name()),
                most -> "the price of %s is from %s, before the last close"
                        .formatted(trade.symbol(), security.pricedAt()),
                List.of(trade.line()));
    }

    private static long daysSince(Instant pricedAt, MarketCalendar market) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(pricedAt, market.zone()), market.today());
    }

    static String accountType(Assessment assessment, AccountId id) {
        return assessment.household().accounts().stream()
                .filter(account -> account.id().equals(id))
                .map(Account::registration)
                .map(Enum::name)
                .findFirst()
                .orElse(NO_ACCOUNT);
    }

    private static String word(Trade trade) {
        return switch (trade.side()) {
            case BUY -> "a buy";
            case SELL -> "a sale";
        };
    }
}
