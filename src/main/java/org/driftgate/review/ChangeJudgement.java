package org.driftgate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.proposal.ChangeProposal;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.proposal.Trade;
import org.driftgate.rebalancing.CashAfter;
import org.driftgate.rebalancing.TaxEffect;
import org.driftgate.review.RuleFinding.Rule;
import org.driftgate.review.RuleFinding.Severity;
import org.driftgate.shared.Money;
import org.springframework.stereotype.Component;

/**
 * What edited trades are: impossible, a reduction that one person may decide, or a change that somebody else signs. A
 * reduction only shrinks or drops lines and, recomputed, leaves no account shorter of cash, no class further outside its
 * band than the proposal or doing nothing would, no tax unit with a higher gain and no rule with more findings.
 */
@Component
class ChangeJudgement {

    private final ChangeProposal changes;
    private final Assess assess;
    private final Rules rules;
    private final CustodianFindings custodians;

    ChangeJudgement(ChangeProposal changes, Assess assess, Rules rules, CustodianFindings custodians) {
        this.changes = changes;
        this.assess = assess;
        this.rules = rules;
        this.custodians = custodians;
    }

    sealed interface Judgement {

        record Impossible(List<String> problems) implements Judgement {}

        record Reduction() implements Judgement {}

        /** {@code because} says why one person is not enough. */
        record Change(List<String> because) implements Judgement {}
    }

    Judgement of(ProposalVersion version, List<Trade> trades) {
        List<String> problems = changes.problems(version.about(), trades);
        if (!problems.isEmpty()) return new Judgement.Impossible(problems);
        Assessment before = assess.of(version);
        Assessment after = assess.of(version, trades);
        List<String> shortfalls = shortfalls(before, after);
        if (!shortfalls.isEmpty()) return new Judgement.Impossible(shortfalls);
        List<RuleFinding> found = rules.findings(after, trades);
        List<String> blocks = RuleFinding.worstFirst(found, custodians.of(version, trades)).stream()
                .filter(RuleFinding::isBlock)
                .map(RuleFinding::sentence)
                .toList();
        if (!blocks.isEmpty()) return new Judgement.Impossible(blocks);
        List<String> because = new ArrayList<>(larger(version, trades));
        because.addAll(DriftComparison.worseThanBoth(before.before(), before.after(), after.after())
                .toList());
        because.addAll(higherGains(before, after));
        because.addAll(moreFindings(rules.findings(before, version.trades()), found));
        return because.isEmpty() ? new Judgement.Reduction() : new Judgement.Change(because);
    }

    /** Whether the trades can be priced at all; otherwise their consequences have no meaning. */
    boolean isComputable(ProposalVersion version, List<Trade> trades) {
        return changes.problems(version.about(), trades).isEmpty();
    }

    /** At the limits of the buys, so that what is approved can be paid whatever happens inside the collar. */
    private static List<String> shortfalls(Assessment before, Assessment after) {
        Map<Object, Money> allowed =
                before.cash().stream().collect(Collectors.toMap(CashAfter::account, CashAfter::shortfallAtCollar));
        return after.cash().stream()
                .filter(cash ->
                        cash.shortfallAtCollar().compareTo(allowed.getOrDefault(cash.account(), Money.ZERO)) > 0)
                .map(cash -> "account %s would be short of %s: its buys and needs are not covered any more"
                        .formatted(cash.account(), Dollars.of(cash.shortfallAtCollar())))
                .toList();
    }

    private static List<String> larger(ProposalVersion version, List<Trade> trades) {
        Map<Integer, Trade> proposed =
                version.trades().stream().collect(Collectors.toMap(Trade::line, Function.identity()));
        return trades.stream()
                .filter(trade -> !isPartOf(trade, proposed))
                .map(trade -> "line %d is larger than proposed".formatted(trade.line()))
                .toList();
    }

    private static boolean isPartOf(Trade trade, Map<Integer, Trade> proposed) {
        Trade whole = proposed.get(trade.line());
        return whole != null && trade.quantity().compareTo(whole.quantity()) <= 0;
    }

    private static List<String> higherGains(Assessment before, Assessment after) {
        Map<Object, Money> allowed = before.tax().stream()
                .collect(Collectors.toMap(
                        effect -> effect.unit().id(), effect -> effect.added().total()));
        return after.tax().stream()
                .filter(effect -> isHigher(effect, allowed))
                .map(effect -> "the gain of tax unit %s rises to %s"
                        .formatted(effect.unit().id(), Dollars.of(effect.added().total())))
                .toList();
    }

    private static boolean isHigher(TaxEffect effect, Map<Object, Money> allowed) {
        return effect.added()
                        .total()
                        .compareTo(allowed.getOrDefault(effect.unit().id(), Money.ZERO))
                > 0;
    }

    /** Drift has its own comparison above, which also allows what doing nothing would leave. */
    private static List<String> moreFindings(List<RuleFinding> before, List<RuleFinding> after) {
        Map<Rule, Long> allowed = counts(before);
        return counts(after).entrySet().stream()
                .filter(found -> found.getKey() != Rule.DRIFT_WORSE)
                .filter(found -> found.getValue() > allowed.getOrDefault(found.getKey(), 0L))
                .map(found -> "rule %s has more findings than before".formatted(found.getKey()))
                .toList();
    }

    private static Map<Rule, Long> counts(List<RuleFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .collect(Collectors.groupingBy(RuleFinding::rule, Collectors.counting()));
    }
}
