package org.driftgate.rebalancing.household;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.driftgate.household.Account;
import org.driftgate.household.Book;
import org.driftgate.household.CashNeed;
import org.driftgate.household.Household;
import org.driftgate.household.Position;
import org.driftgate.household.Registration;
import org.driftgate.rebalancing.CashCall;
import org.driftgate.rebalancing.CashMovements;
import org.driftgate.shared.Money;

/**
 * What leaves each account inside the horizon and what must stay. A withdrawal is the need of its account; required
 * distributions of a person's own IRAs are called from all of them together. A contribution is in the account's cash once
 * it is posted and funds nothing before.
 */
final class CashPlan {

    private final CashRules rules;
    private final Household household;
    private final Book market;
    private final LocalDate until;

    CashPlan(CashRules rules, Household household, Book market, LocalDate day) {
        this.rules = rules;
        this.household = household;
        this.market = market;
        until = day.plusDays(rules.horizonDays());
    }

    BigDecimal need(Account account) {
        return due(CashNeed.Kind.WITHDRAWAL)
                .filter(need -> need.account().equals(account.id()))
                .map(need -> need.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Unsettled cash pays needs, and what is left of it stays. */
    BigDecimal reserve(Account account) {
        BigDecimal wanted = rules.reserve(value(account).amount());
        if (!rules.settledOnly()) return wanted;
        BigDecimal unsettled =
                account.cash().minus(account.settledCash()).amount().max(BigDecimal.ZERO);
        return wanted.max(unsettled.subtract(need(account)));
    }

    CashMovements movements() {
        List<CashCall.Distribution> distributions = new ArrayList<>();
        due(CashNeed.Kind.RMD)
                .forEach(need -> household.accounts().stream()
                        .filter(account -> account.id().equals(need.account()))
                        .map(account -> distribution(account, need))
                        .forEach(distributions::add));
        return new CashMovements(CashCall.ofDistributions(distributions), List.of());
    }

    private static CashCall.Distribution distribution(Account account, CashNeed need) {
        return new CashCall.Distribution(
                account.id().value(), pool(account), need.amount().amount(), need.due(), null);
    }

    /** Whose distributions the account may pay. */
    static String pool(Account account) {
        return account.registration() == Registration.IRA ? "of the IRAs of " + account.owner() : "of " + account.id();
    }

    /** Whether cash alone does not pay what is due and keep what must stay. */
    boolean lacksCash(Account account) {
        return account.cash().amount().compareTo(need(account).add(reserve(account))) < 0;
    }

    /** Whether the cash of accounts that may pay for one another does not pay their distributions; others pay nothing. */
    boolean lacksDistributions(Predicate<Account> mayTrade) {
        Map<String, BigDecimal> missing = new HashMap<>();
        for (Account account : household.accounts()) {
            BigDecimal due = distributions(account);
            if (due.signum() == 0) continue;
            BigDecimal pays = mayTrade.test(account) ? spare(account) : BigDecimal.ZERO;
            missing.merge(pool(account), due.subtract(pays), BigDecimal::add);
        }
        return missing.values().stream().anyMatch(amount -> amount.signum() > 0);
    }

    /** Cash beyond the account's need and reserve. */
    BigDecimal spare(Account account) {
        BigDecimal kept = need(account).add(reserve(account));
        return account.cash().amount().subtract(kept).max(BigDecimal.ZERO);
    }

    /** What is required of the account itself inside the horizon. */
    BigDecimal distributions(Account account) {
        return due(CashNeed.Kind.RMD)
                .filter(need -> need.account().equals(account.id()))
                .map(need -> need.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A sentence for each account that could not pay what is due if everything in it were sold. */
    List<String> beyondReach() {
        List<String> sentences = new ArrayList<>();
        for (Account account : household.accounts()) {
            Money due = due(account);
            Money value = value(account);
            if (due.compareTo(value) <= 0) continue;
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s lacks $%,.2f of the $%,.2f due from it by %s: all that it holds is worth $%,.2f",
                    account.id(),
                    due.minus(value).amount(),
                    due.amount(),
                    until,
                    value.amount()));
        }
        return sentences;
    }

    private Money due(Account account) {
        return household.cashNeeds().stream()
                .filter(need ->
                        need.kind() != CashNeed.Kind.CONTRIBUTION && !need.due().isAfter(until))
                .filter(need -> need.account().equals(account.id()))
                .map(CashNeed::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private Stream<CashNeed> due(CashNeed.Kind kind) {
        return household.cashNeeds().stream()
                .filter(need -> need.kind() == kind && !need.due().isAfter(until));
    }

    private Money value(Account account) {
        Money value = account.cash();
        for (Position position : account.positions()) {
            var security = market.securities().get(position.symbol());
            if (security != null) value = value.plus(position.quantity().at(security.price()));
        }
        return value;
    }
}
