package org.driftgate.review;

import org.driftgate.proposal.AccountLimit;
import org.driftgate.proposal.ProposalVersion;
import org.driftgate.shared.Money;

/** The net gain of each account that its approval allows, against what other lots would realise. */
final class ApprovedGain {

    private ApprovedGain() {}

    static boolean isExceeded(ProposalVersion version, Assessment after) {
        return version.limits().stream().anyMatch(limit -> isExceeded(limit, after));
    }

    private static boolean isExceeded(AccountLimit limit, Assessment after) {
        Money maximum = limit.maximumNetGain();
        if (maximum == null) return false;
        Money gain = after.gains().stream()
                .filter(one -> one.account().id().equals(limit.account()))
                .map(one -> one.gain())
                .reduce(Money.ZERO, Money::plus);
        return gain.compareTo(maximum) > 0;
    }
}
