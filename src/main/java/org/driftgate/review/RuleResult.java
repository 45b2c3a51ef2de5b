package org.driftgate.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.driftgate.review.PreTradeCheck.Outcome;
import org.driftgate.review.PreTradeCheck.Ruling;
import org.driftgate.review.RuleFinding.Rule;
import org.driftgate.review.RuleFinding.Severity;

/** What a rule measured and said, also when it let the trades pass; lines are those concerned. */
record RuleResult(
        PreTradeRule rule, String subject, BigDecimal actual, List<Integer> lines, Ruling ruling, String sentence) {

    RuleResult {
        lines = List.copyOf(lines);
    }

    boolean isPassed() {
        return ruling.outcome() == Outcome.PASS;
    }

    Optional<RuleFinding> finding() {
        return switch (ruling.outcome()) {
            case PASS -> Optional.empty();
            case WARN -> Optional.of(new RuleFinding(name(), Severity.WARNING, sentence, lines));
            case BLOCK -> Optional.of(new RuleFinding(name(), Severity.BLOCK, sentence, lines));
        };
    }

    /** For the record: rule, row, limit, measure, lines and the table that said so. */
    String text() {
        return "%s %s %s: %s, limit %s, lines %s, %s"
                .formatted(
                        ruling.outcome(),
                        rule,
                        ruling.row(),
                        actual.toPlainString(),
                        ruling.limit().toPlainString(),
                        lines,
                        ruling.decidedBy());
    }

    /** Findings of all results, what forbids first. */
    static List<RuleFinding> findings(List<RuleResult> results) {
        return results.stream()
                .flatMap(result -> result.finding().stream())
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .toList();
    }

    private Rule name() {
        return Rule.valueOf(rule.name());
    }
}
