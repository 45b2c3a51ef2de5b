package org.driftgate.review;

import java.util.List;
import java.util.Optional;
import org.driftgate.proposal.AccountLimit;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.Money;

/** The net gain of each account that its approval allows, against what other lots would realise. */
final class ApprovedGain {

    private ApprovedGain() {}

    /** One sentence for each account whose approval does not allow it. */
    static List<String> exceeded(ProposalVersion version, Assessment after) {
        return version.limits().stream()
                .flatMap(limit -> exceeded(limit, after).stream())
                .toList();
    }

    private static Optional<String> exceeded(AccountLimit limit, Assessment after) {
        Money maximum = limit.maximumNetGain();
        if (maximum == null) return Optional.empty();
        Money gain = after.gains().stream()
                .filter(one -> one.account().id().equals(limit.account()))
                .map(one -> one.gain())
                .reduce(Money.ZERO, Money::plus);
        if (gain.compareTo(maximum) <= 0) return Optional.empty();
        return Optional.of("account %s would realize a gain of %s, approved are at most %s"
                .formatted(limit.account(), Dollars.of(gain), Dollars.of(maximum)));
    }
}
