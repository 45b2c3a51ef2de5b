package org.driftgate.review;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.driftgate.review.PreTradeCheck.Fact;
import org.driftgate.review.PreTradeCheck.Outcome;
import org.driftgate.review.PreTradeCheck.Ruling;
import org.driftgate.review.PreTradeRule.Circumstance;

/** A fact about trades, whom it concerns, and what to say of it when a table objects. */
record RuleFact(Fact fact, String subject, Wording wording, List<Integer> lines) {

    /** In a sentence, given the limit of the row that objected. */
    interface Wording {
        String with(BigDecimal limit);
    }

    RuleFact {
        lines = List.copyOf(lines);
    }

    static RuleFact of(
            PreTradeRule rule,
            String subject,
            BigDecimal actual,
            BigDecimal limit,
            Map<Circumstance, Object> circumstances,
            Wording wording,
            List<Integer> lines) {
        return new RuleFact(new Fact(rule, actual, limit, circumstances), subject, wording, lines);
    }

    RuleResult ruled(Ruling ruling) {
        String sentence = wording.with(ruling.limit());
        return new RuleResult(
                fact.rule(),
                subject,
                fact.actual(),
                lines,
                isTheClientsWord() ? withOutcome(ruling, Outcome.BLOCK) : ruling,
                ruling.because().isEmpty() ? sentence : "%s: %s".formatted(sentence, ruling.because()));
    }

    /** A table may forbid more, never allow what the client or the state of the account forbids. */
    private boolean isTheClientsWord() {
        return Boolean.TRUE.equals(fact.circumstances().get(Circumstance.FORBIDDEN));
    }

    private static Ruling withOutcome(Ruling ruling, Outcome outcome) {
        return new Ruling(
                ruling.row(),
                outcome,
                ruling.limit(),
                ruling.because(),
                ruling.from(),
                ruling.to(),
                ruling.decidedBy(),
                ruling.hash());
    }
}
