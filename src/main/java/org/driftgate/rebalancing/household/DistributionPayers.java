package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.driftgate.household.Account;
import org.driftgate.rebalancing.Rebalancing.Draw;

/**
 * Says which account pays for others what is required of them (26 CFR §1.408-8 Q&amp;A-9). Where the solver was not asked,
 * cash covers everything: each account pays its own, and what is missing comes from the others in the order of the book.
 */
final class DistributionPayers {

    private final CashPlan cash;
    private final List<Account> accounts;

    DistributionPayers(CashPlan cash, List<Account> accounts) {
        this.cash = cash;
        this.accounts = accounts.stream()
                .filter(account -> cash.distributions(account).signum() > 0)
                .toList();
    }

    /** A sentence for each account that pays more than its own. */
    List<String> sentences(List<Draw> draws) {
        Map<String, BigDecimal> paid = draws.isEmpty() ? fromCash() : drawn(draws);
        return accounts.stream()
                .filter(account -> paid(paid, account).compareTo(cash.distributions(account)) > 0)
                .map(account -> String.format(
                        Locale.US,
                        "%s pays $%,.2f of the required distributions %s",
                        account.id(),
                        paid(paid, account),
                        CashPlan.pool(account)))
                .toList();
    }

    private static BigDecimal paid(Map<String, BigDecimal> paid, Account account) {
        return paid.getOrDefault(account.id().value(), BigDecimal.ZERO);
    }

    private static Map<String, BigDecimal> drawn(List<Draw> draws) {
        Map<String, BigDecimal> drawn = new LinkedHashMap<>();
        for (Draw draw : draws) drawn.merge(draw.account(), draw.amount(), BigDecimal::add);
        return drawn;
    }

    private Map<String, BigDecimal> fromCash() {
        Map<String, BigDecimal> paid = new LinkedHashMap<>();
        Map<String, BigDecimal> missing = new LinkedHashMap<>();
        for (Account account : accounts) {
            BigDecimal due = cash.distributions(account);
            BigDecimal own = due.min(cash.spare(account));
            paid.put(account.id().value(), own);
            missing.merge(CashPlan.pool(account), due.subtract(own), BigDecimal::add);
        }
        for (Account account : accounts) {
            BigDecimal more = cash.spare(account).subtract(paid(paid, account));
            BigDecimal helps = missing.getOrDefault(CashPlan.pool(account), BigDecimal.ZERO)
                    .min(more);
            paid.merge(account.id().value(), helps, BigDecimal::add);
            missing.merge(CashPlan.pool(account), helps.negate(), BigDecimal::add);
        }
        return paid;
    }
}
