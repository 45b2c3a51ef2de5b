package org.driftgate.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.Trade;
import org.driftgate.review.PreTradeCheck.Ruling;
import org.springframework.stereotype.Component;

/** All pre-trade rules: measures what they look at and has the firm's tables decide. */
@Component
class Rules {

    private final MarketCalendar market;
    private final ReviewSettings settings;
    private final PreTradeCheck check;
    private final Clock clock;

    Rules(MarketCalendar market, ReviewSettings settings, PreTradeCheck check, Clock clock) {
        this.market = market;
        this.settings = settings;
        this.check = check;
        this.clock = clock;
    }

    /** By the rules in force now; what forbids comes first. */
    List<RuleFinding> findings(Assessment assessment, List<Trade> trades) {
        return RuleResult.findings(results(assessment, trades));
    }

    /** Every rule in its order, also those that let the trades pass. */
    List<RuleResult> results(Assessment assessment, List<Trade> trades) {
        return results(assessment, trades, clock.instant());
    }

    /** By the rules that were in force then. */
    List<RuleResult> results(Assessment assessment, List<Trade> trades, Instant at) {
        List<RuleFact> facts = Stream.of(
                        TradeFacts.of(assessment, trades, market),
                        ConsequenceFacts.of(assessment),
                        HarvestLockFacts.of(assessment),
                        WeightFacts.of(assessment, settings.concentration()),
                        SuitabilityFacts.of(assessment),
                        MandateFacts.of(assessment))
                .flatMap(some -> some)
                .toList();
        List<Ruling> rulings = check.decide(facts.stream().map(RuleFact::fact).toList(), at);
        List<RuleResult> results = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) results.add(facts.get(i).ruled(rulings.get(i)));
        return results;
    }
}
