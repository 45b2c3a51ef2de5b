package org.driftgate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.driftgate.review.PreTradeCheck.Outcome;
import org.driftgate.review.PreTradeCheck.Ruling;
import org.driftgate.review.PreTradeRule.Circumstance;
import org.driftgate.review.RuleFinding.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleFactTest {

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void forbidsWhatTheClientForbidsWhateverTheTableSays(Outcome said) {
        assertThat(trade(true).ruled(ruling(said, "")).finding())
                .hasValue(RuleFinding.block(RuleFinding.Rule.RESTRICTION, "not allowed over 8", List.of(3)));
    }

    @Test
    void saysOtherwiseWhatTheTableSays() {
        assertThat(trade(false).ruled(ruling(Outcome.PASS, "")).finding()).isEmpty();
        assertThat(trade(false).ruled(ruling(Outcome.WARN, "")).finding())
                .hasValueSatisfying(found -> assertThat(found.severity()).isEqualTo(Severity.WARNING));
        assertThat(trade(false).ruled(ruling(Outcome.BLOCK, "the firm's list")).finding())
                .hasValueSatisfying(
                        found -> assertThat(found.sentence()).isEqualTo("not allowed over 8: the firm's list"));
    }

    @Test
    void isOneLineInTheRecord() {
        assertThat(trade(false).ruled(ruling(Outcome.WARN, "")).text())
                .isEqualTo("WARN RESTRICTION ROW-1: 1, limit 8, lines [3], pre-trade-restriction version 4");
    }

    private static RuleFact trade(boolean forbidden) {
        return RuleFact.of(
                PreTradeRule.RESTRICTION,
                "SELL SPY in account A1",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                Map.of(
                        Circumstance.FORBIDDEN, forbidden,
                        Circumstance.SYMBOL, "SPY",
                        Circumstance.SIDE, "SELL",
                        Circumstance.ACCOUNT_TYPE, "TAXABLE"),
                limit -> "not allowed over " + limit,
                List.of(3));
    }

    private static Ruling ruling(Outcome outcome, String because) {
        return new Ruling(
                "ROW-1",
                outcome,
                BigDecimal.valueOf(8),
                because,
                null,
                null,
                "pre-trade-restriction version 4",
                "ab".repeat(32));
    }
}
