package org.driftgate.review;

import java.util.List;
import java.util.stream.Stream;

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
        HARVEST_LOCK,
        CONCENTRATION,
        DRIFT_WORSE,
        IPS_LIMIT,
        SUITABILITY,
        TURNOVER,
        DISCRETION,
        DUPLICATE_ORDER,
        PRICE_STALE,
        CUSTODIAN,
        CHANGE_NOT_POSSIBLE
    }

    RuleFinding {
        lines = List.copyOf(lines);
    }

    /** Restrictions are the client's or the law's own word, and what cannot be computed cannot be judged. */
    static boolean isOverridable(String rule) {
        return rule.equals(Rule.CASH_NEED.name());
    }

    boolean isBlock() {
        return severity == Severity.BLOCK;
    }

    static List<RuleFinding> worstFirst(List<RuleFinding> ours, List<RuleFinding> theirs) {
        return Stream.concat(ours.stream(), theirs.stream())
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .toList();
    }

    static RuleFinding block(Rule rule, String sentence, List<Integer> lines) {
        return new RuleFinding(rule, Severity.BLOCK, sentence, lines);
    }

    static RuleFinding warning(Rule rule, String sentence, List<Integer> lines) {
        return new RuleFinding(rule, Severity.WARNING, sentence, lines);
    }
}
