package org.driftgate.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.Trade;
import org.springframework.stereotype.Component;

/** All pre-trade rules, in the order in which a reviewer reads them: what forbids first. */
@Component
class Rules {

    private final MarketCalendar market;
    private final ReviewSettings settings;

    Rules(MarketCalendar market, ReviewSettings settings) {
        this.market = market;
        this.settings = settings;
    }

    List<RuleFinding> findings(Assessment assessment, List<Trade> trades) {
        return Stream.concat(
                        TradeRules.findings(assessment, trades, oldestPrice()),
                        ConsequenceRules.findings(assessment, settings.concentration()))
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .toList();
    }

    /** A price has to be at least of the last trading day before today. */
    private Instant oldestPrice() {
        LocalDate last = market.calendar().previousTradingDay(market.today());
        return last.atStartOfDay(market.zone()).toInstant();
    }
}
