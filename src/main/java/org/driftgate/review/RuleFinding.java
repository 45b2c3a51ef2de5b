package org.driftgate.review;

import java.util.List;

/** What a rule found, for people and machines; lines are those concerned, none means the household as a whole. */
record RuleFinding(Rule rule, Severity severity, String sentence, List<Integer> lines) {

    enum Severity {
        INFO,
        WARNING,
        BLOCK
    }

    enum Rule {
        RESTRICTION,
        CASH_NEED,
        COLLAR_CASH,
        GAIN_BUDGET,
        SHORT_TERM_GAIN,
        WASH_SALE,
        CONCENTRATION,
        DRIFT_WORSE,
        DUPLICATE_ORDER,
        PRICE_STALE,
        CHANGE_NOT_POSSIBLE
    }

    RuleFinding {
        lines = List.copyOf(lines);
    }

    boolean isBlock() {
        return severity == Severity.BLOCK;
    }

    static RuleFinding block(Rule rule, String sentence, List<Integer> lines) {
        return new RuleFinding(rule, Severity.BLOCK, sentence, lines);
    }

    static RuleFinding warning(Rule rule, String sentence, List<Integer> lines) {
        return new RuleFinding(rule, Severity.WARNING, sentence, lines);
    }
}
