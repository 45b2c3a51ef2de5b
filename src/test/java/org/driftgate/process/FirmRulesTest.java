package org.driftgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import org.driftgate.review.PreTradeCheck.Fact;
import org.driftgate.review.PreTradeCheck.Outcome;
import org.driftgate.review.PreTradeCheck.Ruling;
import org.driftgate.review.PreTradeRule;
import org.driftgate.review.PreTradeRule.Circumstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that a firm adds: a restricted list, an investment policy, a cash reserve. */
class FirmRulesTest {

    private static final Instant TODAY = Instant.parse("2026-11-20T14:00:00Z");

    private final ShippedRules tables = new ShippedRules();

    @ParameterizedTest(name = "{0} with {1}={4} is {5}")
    @CsvSource({
        "RESTRICTION,  SYMBOL,       2, '\"XYZ\"',       XYZ,           BLOCK",
        "RESTRICTION,  SYMBOL,       2, '\"XYZ\"',       SPY,           PASS",
        "RESTRICTION,  SIDE,         3, '\"BUY\"',       BUY,           BLOCK",
        "RESTRICTION,  SIDE,         3, '\"BUY\"',       SELL,          PASS",
        "IPS_LIMIT,    ASSET_CLASS,  1, '\"Commodity\"', Commodity,     BLOCK",
        "IPS_LIMIT,    ASSET_CLASS,  1, '\"Commodity\"', US Bond,       PASS",
        "IPS_LIMIT,    MODEL,        2, '\"Income\"',    Income,        BLOCK",
        "IPS_LIMIT,    MODEL,        2, '\"Income\"',    Growth,        PASS",
        "CASH_NEED,    CASH_PERCENT, 2, '< 1',           0.99,          BLOCK",
        "CASH_NEED,    CASH_PERCENT, 2, '< 1',           1,             PASS",
        "SUITABILITY,  OWNER_AGE,    8, '>= 75',         75,            BLOCK",
        "SUITABILITY,  OWNER_AGE,    8, '>= 75',         74,            PASS",
        "SUITABILITY,  ACCOUNT_TYPE, 6, '\"TRUST\"',     TRUST,         BLOCK",
        "SUITABILITY,  ACCOUNT_TYPE, 6, '\"TRUST\"',     IRA,           PASS",
    })
    void decidesByARowOfTheFirm(
            PreTradeRule rule, Circumstance circumstance, int place, String test, String value, Outcome outcome) {
        tables.edit(Rows.blocking(ShippedRules.text(), rule.table(), place, test, "FIRM-1", "7"));

        Ruling ruling =
                tables.decide(List.of(fact(rule, circumstance, value)), TODAY).get(0);

        assertThat(ruling.outcome()).isEqualTo(outcome);
        if (outcome == Outcome.PASS) return;
        assertThat(ruling.row()).isEqualTo("FIRM-1");
        assertThat(ruling.limit()).isEqualByComparingTo("7");
        assertThat(ruling.because()).isEqualTo("the firm's rule FIRM-1");
    }

    /** Nothing that the shipped rows object to. */
    private static Fact fact(PreTradeRule rule, Circumstance circumstance, String value) {
        var circumstances = new EnumMap<Circumstance, Object>(Circumstance.class);
        rule.circumstances().forEach(one -> circumstances.put(one, one.sample()));
        if (circumstances.containsKey(Circumstance.FORBIDDEN)) circumstances.put(Circumstance.FORBIDDEN, false);
        boolean text = circumstance.sample() instanceof String;
        circumstances.put(circumstance, text ? value : new BigDecimal(value));
        if (circumstances.containsKey(Circumstance.SPENDS)) circumstances.put(Circumstance.SPENDS, false);
        BigDecimal actual = rule == PreTradeRule.SUITABILITY ? BigDecimal.TEN : BigDecimal.ZERO;
        return new Fact(rule, actual, BigDecimal.ZERO, circumstances);
    }
}
