package org.driftgate.adapter.orion;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the lists that Orion sent are whole, checked against each other because no list has a total. */
final class Completeness {

    /** Cents of each position are rounded, so sums may differ a little. */
    private static final BigDecimal VALUE_TOLERANCE = BigDecimal.ONE;

    private final Collected collected;

    Completeness(Collected collected) {
        this.collected = collected;
    }

    List<String> problems() {
        checkAccounts();
        checkAssets();
        checkLots();
        return collected.problems;
    }

    private void checkAccounts() {
        Set<Long> received = collected.accounts.stream().map(Wire.Account::id).collect(Collectors.toSet());
        for (Wire.AccountSimple summary : collected.accountSummaries)
            if (!received.contains(summary.id()))
                problem("account %s is missing in /Portfolio/Accounts", summary.number());
        Set<Long> summarized =
                collected.accountSummaries.stream().map(Wire.AccountSimple::id).collect(Collectors.toSet());
        Set<Long> registrations =
                collected.registrations.stream().map(Wire.Registration::id).collect(Collectors.toSet());
        Set<Long> seen = new HashSet<>();
        for (Wire.Account account : collected.accounts) {
            if (!seen.add(account.id())) problem("account %s is listed twice", account.number());
            if (!summarized.contains(account.id()))
                problem("account %s is missing in /Portfolio/Accounts/Simple", account.number());
            if (!registrations.contains(account.registrationId()))
                problem("the registration of account %s is missing", account.number());
        }
        Set<Long> withAccounts =
                collected.accounts.stream().map(Wire.Account::clientId).collect(Collectors.toSet());
        for (Wire.Client client : collected.clients)
            if (!withAccounts.contains(client.id()))
                problem(
                        "household %s has no account",
                        OrionPortfolios.idOf(client).value());
    }

    private void checkAssets() {
        Set<Long> seen = new HashSet<>();
        for (Wire.Asset asset : collected.assets)
            if (!seen.add(asset.id())) problem("asset %s is listed twice", Long.toString(asset.id()));
        Map<Long, BigDecimal> values = collected.assets.stream()
                .collect(Collectors.toMap(
                        Wire.Asset::accountId, asset -> Gap.orZero(asset.currentValue()), BigDecimal::add));
        for (Wire.AccountSimple account : collected.accountSummaries) {
            BigDecimal value = values.get(account.id());
            if (value == null) problem("account %s has no positions, not even cash", account.number());
            else if (value.subtract(Gap.orZero(account.value())).abs().compareTo(VALUE_TOLERANCE) > 0)
                problem(
                        "positions of account %s are worth %s, the account %s",
                        account.number(), value, Gap.orZero(account.value()));
        }
    }

    private void checkLots() {
        Map<Long, String> numbers = collected.accounts.stream()
                .collect(Collectors.toMap(Wire.Account::id, a -> String.valueOf(a.number()), (a, b) -> a));
        Set<String> withLots = new HashSet<>();
        collected
                .lots
                .values()
                .forEach(lots -> lots.forEach(lot -> withLots.add(key(lot.accountNumber(), lot.symbol()))));
        for (Wire.Asset asset : collected.assets) {
            String number = numbers.get(asset.accountId());
            if (number == null
                    || asset.isCustodialCash()
                    || Gap.orZero(asset.currentShares()).signum() == 0) continue;
            if (!withLots.contains(key(number, asset.ticker())))
                problem("position %s of account %s has no tax lots", asset.ticker(), number);
        }
    }

    private static String key(@Nullable String account, @Nullable String symbol) {
        return account + " " + symbol;
    }

    private void problem(String sentence, @Nullable Object... values) {
        collected.problems.add(sentence.formatted(values));
    }
}
