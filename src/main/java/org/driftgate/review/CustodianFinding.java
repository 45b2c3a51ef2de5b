package org.driftgate.review;

import java.util.List;

/**
 * What a custodian says of proposed lines before a person reviews them; no lines means the household as a whole. An ERROR
 * would be refused there, so it forbids approval.
 */
public record CustodianFinding(Severity severity, String sentence, List<Integer> lines) {

    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }

    public CustodianFinding {
        lines = List.copyOf(lines);
    }

    RuleFinding asFinding() {
        var worth = switch (severity) {
            case INFO -> RuleFinding.Severity.INFO;
            case WARNING -> RuleFinding.Severity.WARNING;
            case ERROR -> RuleFinding.Severity.BLOCK;
        };
        return new RuleFinding(RuleFinding.Rule.CUSTODIAN, worth, sentence, lines);
    }
}
