package org.driftgate.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.driftgate.household.Book;
import org.driftgate.household.Household;
import org.driftgate.household.Security;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.proposal.PlannedTrades;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.rebalancing.PlannedTrade;
import org.driftgate.review.RuleFinding.Rule;
import org.driftgate.shared.Symbol;
import org.springframework.stereotype.Component;

/**
 * Runs the rules over an approved version twice, with the lots in force: on the data, the day and the rules of its
 * approval, and on fresh data by the rules of today. How old a price is has a limit of its own at release, so that finding
 * is left out of the comparison.
 */
@Component
public class CheckAgain {

    private final Snapshots snapshots;
    private final Verdicts verdicts;
    private final Assess assess;
    private final Rules rules;
    private final MarketCalendar market;

    CheckAgain(Snapshots snapshots, Verdicts verdicts, Assess assess, Rules rules, MarketCalendar market) {
        this.snapshots = snapshots;
        this.verdicts = verdicts;
        this.assess = assess;
        this.rules = rules;
        this.market = market;
    }

    /** The household as it is now and the fresh book have to hold every account, security and lot that is traded. */
    public Consequences on(ApprovedVersion approval, Household now, Book fresh) {
        ProposalVersion version = approval.version();
        List<PlannedTrade> trades = PlannedTrades.of(version.trades(), approval.lots());
        Household then = snapshots.household(version.snapshot(), version.about().household());
        Instant approvedAt = approvedAt(version);
        LocalDate proposed = assess.proposedOn(version);
        Assessment approved = assess.of(
                then,
                snapshots.market(version.snapshot()),
                trades,
                LocalDate.ofInstant(approvedAt, market.zone()),
                proposed);
        Assessment current = assess.of(now, fresh, repriced(trades, fresh.securities()), market.today(), proposed);
        List<RuleFinding> before = findings(rules.results(approved, version.trades(), approvedAt));
        List<RuleFinding> after = findings(rules.results(current, version.trades()));
        return new Consequences(
                approved.estimatedTax(),
                current.estimatedTax(),
                without(after, before),
                without(before, after),
                after.stream().map(CheckAgain::text).toList());
    }

    private Instant approvedAt(ProposalVersion version) {
        return verdicts.of(version.id())
                .map(Verdict::decidedAt)
                .orElseThrow(() -> new IllegalStateException("version %s has no verdict".formatted(version.id())));
    }

    private static List<RuleFinding> findings(List<RuleResult> results) {
        return RuleResult.findings(results).stream()
                .filter(finding -> finding.rule() != Rule.PRICE_STALE)
                .toList();
    }

    private static List<PlannedTrade> repriced(List<PlannedTrade> trades, Map<Symbol, Security> securities) {
        return trades.stream()
                .map(trade -> new PlannedTrade(
                        trade.line(),
                        trade.account(),
                        trade.side(),
                        trade.symbol(),
                        trade.quantity(),
                        Objects.requireNonNull(securities.get(trade.symbol())).price(),
                        trade.limit(),
                        trade.lots()))
                .toList();
    }

    /** Figures in a sentence follow the prices; what is found, how grave it is and where decides. */
    private static List<String> without(List<RuleFinding> these, List<RuleFinding> those) {
        Set<List<Object>> known = those.stream().map(CheckAgain::kind).collect(Collectors.toSet());
        return these.stream()
                .filter(finding -> !known.contains(kind(finding)))
                .map(CheckAgain::text)
                .toList();
    }

    private static List<Object> kind(RuleFinding finding) {
        String words = finding.rule() == Rule.RESTRICTION ? finding.sentence() : "";
        return List.of(finding.rule(), finding.severity(), finding.lines(), words);
    }

    private static String text(RuleFinding finding) {
        return "%s %s: %s".formatted(finding.severity(), finding.rule(), finding.sentence());
    }
}
