package org.driftgate.process;

import java.time.Instant;
import java.util.Optional;
import org.driftgate.market.MarketCalendar;
import org.driftgate.process.engine.RepeatCalendar;
import org.springframework.stereotype.Component;

/** Resolves trading phrases in timers by the trading calendar as it stands now. */
@Component
class MarketRepeat implements RepeatCalendar {

    private final MarketCalendar market;

    MarketRepeat(MarketCalendar market) {
        this.market = market;
    }

    @Override
    public Optional<Instant> next(String text, Instant after) {
        if (!TradingPhrase.isPhrase(text)) return Optional.empty();
        return Optional.of(TradingPhrase.parse(text)
                .next(after.atZone(market.zone()), market.calendar())
                .toInstant());
    }
}
