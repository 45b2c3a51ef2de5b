package org.driftgate.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.driftgate.review.PreTradeRule.Circumstance;
import org.jspecify.annotations.Nullable;

/** The firm's rules before a trade. Facts are computed here; what they mean is decided there. */
public interface PreTradeCheck {

    /** One ruling for each fact, in their order, by the tables and rows that were in force then; a missing one is a fault. */
    List<Ruling> decide(List<Fact> facts, Instant at);

    /** From harmless to forbidding: of several rows the gravest decides. */
    enum Outcome {
        PASS,
        WARN,
        BLOCK
    }

    /** Something measured, what it is compared with, and the circumstances that its rule names. */
    record Fact(PreTradeRule rule, BigDecimal actual, BigDecimal limit, Map<Circumstance, Object> circumstances) {

        public Fact {
            circumstances = Map.copyOf(circumstances);
            if (!circumstances.keySet().equals(Set.copyOf(rule.circumstances())))
                throw new IllegalArgumentException(
                        "rule %s needs %s, not %s".formatted(rule, rule.circumstances(), circumstances.keySet()));
        }
    }

    /**
     * What a row of a table says of a fact. {@code limit}: the row's own, otherwise the fact's; {@code because}: its words
     * for people, may be empty; {@code from} and {@code to}: the days on which the row applies, both included;
     * {@code decidedBy}: table and version; {@code hash}: SHA-256 of the file that was deployed.
     */
    record Ruling(
            String row,
            Outcome outcome,
            BigDecimal limit,
            String because,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String decidedBy,
            String hash) {}
}
