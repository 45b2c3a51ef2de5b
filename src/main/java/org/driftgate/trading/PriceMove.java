package org.driftgate.trading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.driftgate.household.Security;
import org.driftgate.proposal.Trade;
import org.driftgate.shared.Symbol;

/** Whether a price moved further from the proposal's estimate than the firm allows for its kind of security. */
record PriceMove(Map<Symbol, Security> securities, TradingSettings settings) {

    List<String> of(Trade trade) {
        Security security = securities.get(trade.symbol());
        if (security == null) return List.of("%s has no price any more.".formatted(trade.symbol()));
        BigDecimal move = trade.estimatedPrice().moveTo(security.price());
        if (move.abs().compareTo(settings.tolerance(security.kind())) <= 0) return List.of();
        return List.of("%s moved %s %% from $%s to $%s."
                .formatted(
                        trade.symbol(),
                        move.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN),
                        trade.estimatedPrice(),
                        security.price()));
    }
}
