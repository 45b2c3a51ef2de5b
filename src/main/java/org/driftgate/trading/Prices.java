package org.driftgate.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.driftgate.household.Security;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.Symbol;

/** Fresh prices against the estimates that a proposal rests on: young enough, and near enough for their kind of security. */
record Prices(Map<Symbol, Security> securities, TradingSettings settings) {

    List<String> moves(List<Trade> trades, Instant now) {
        return trades.stream().flatMap(trade -> moves(trade, now)).distinct().toList();
    }

    /** When the oldest of their prices was made. */
    Optional<Instant> oldest(List<Trade> trades) {
        return trades.stream()
                .flatMap(trade -> Stream.ofNullable(securities.get(trade.symbol())))
                .map(Security::pricedAt)
                .min(Comparator.naturalOrder());
    }

    private Stream<String> moves(Trade trade, Instant now) {
        Security security = securities.get(trade.symbol());
        if (security == null) return Stream.of("%s has no price any more.".formatted(trade.symbol()));
        return Stream.concat(age(security, now).stream(), move(trade, security).stream());
    }

    private Optional<String> age(Security security, Instant now) {
        if (!security.pricedAt().isBefore(now.minus(settings.priceAge()))) return Optional.empty();
        return Optional.of("The price of %s is of %s, more than %d minutes old."
                .formatted(
                        security.symbol(),
                        security.pricedAt(),
                        settings.priceAge().toMinutes()));
    }

    private Optional<String> move(Trade trade, Security security) {
        BigDecimal move = trade.estimatedPrice().moveTo(security.price());
        if (move.abs().compareTo(settings.tolerance(security.kind())) <= 0) return Optional.empty();
        return Optional.of("%s moved %s %% from $%s to $%s."
                .formatted(
                        trade.symbol(),
                        move.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN),
                        trade.estimatedPrice(),
                        security.price()));
    }
}
