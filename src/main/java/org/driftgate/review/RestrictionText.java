package org.driftgate.review;

import org.driftgate.household.Restriction;

/** A restriction in one sentence. */
final class RestrictionText {

    private RestrictionText() {}

    static String of(Restriction restriction) {
        String security = restriction.symbol() == null
                ? "every security"
                : restriction.symbol().value();
        String account = restriction.account() == null
                ? "all accounts"
                : "account " + restriction.account().value();
        return "%s: %s in %s, %s".formatted(restriction.kind(), security, account, restriction.reason());
    }
}
