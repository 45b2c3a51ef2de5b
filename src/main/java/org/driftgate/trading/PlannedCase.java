package org.driftgate.trading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.driftgate.household.Account;
import org.driftgate.household.Household;
import org.driftgate.proposal.AccountLimit;
import org.driftgate.review.ApprovedVersion;
import org.driftgate.shared.AccountId;
import org.driftgate.shared.Money;

/** An approved version with its household as the snapshot showed it and its orders, all planned. */
record PlannedCase(ApprovedVersion approval, Household household, List<Order> orders) {

    Sequence sequence() {
        return new Sequence(orders, approval.version().id());
    }

    /** What each account may spend above its approved minimum; the ones named may spend what has settled only. */
    Map<AccountId, BigDecimal> cash(Set<AccountId> settledOnly) {
        return household.accounts().stream()
                .collect(Collectors.toMap(
                        Account::id,
                        account -> (settledOnly.contains(account.id()) ? account.settledCash() : account.cash())
                                .minus(minimumCash(account))
                                .amount()));
    }

    /** What the approval asks to leave in an account. */
    private Money minimumCash(Account account) {
        return approval.version().limits().stream()
                .filter(limit -> limit.account().equals(account.id()))
                .map(AccountLimit::minimumCash)
                .findFirst()
                .orElse(Money.ZERO);
    }

    Set<AccountId> accountsAt(Predicate<String> custodian) {
        return household.accounts().stream()
                .filter(account -> custodian.test(account.custodian()))
                .map(Account::id)
                .collect(Collectors.toSet());
    }
}
