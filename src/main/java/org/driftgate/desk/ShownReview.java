package org.driftgate.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftgate.review.ReviewDecision.Kind;

/** What a row of the list showed, so that nothing else is approved by it. */
record ShownReview(String caseId, int version, String tradeHash) {

    private static final Pattern FORM = Pattern.compile("([^@]{1,200})@(\\d{1,6})@([0-9a-f]{64})");

    static ShownReview parse(String value) {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) throw Answers.badField("selected", "'%s' is no row of the list".formatted(value));
        return new ShownReview(parts.group(1), Integer.parseInt(parts.group(2)), parts.group(3));
    }

    String value() {
        return "%s@%d@%s".formatted(caseId, version, tradeHash);
    }

    DecisionBody approval(String comment) {
        return new DecisionBody(version, tradeHash, Kind.APPROVE, null, null, comment);
    }
}
