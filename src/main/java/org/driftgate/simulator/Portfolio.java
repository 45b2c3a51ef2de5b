package org.driftgate.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.driftgate.adapter.book.CashNeedRow;
import org.driftgate.adapter.book.ModelRow;
import org.driftgate.adapter.book.SecurityRow;

/**
 * A household as the rebalancer of the simulated Orion sees it. Values include held-away accounts; targets are shares of the
 * value after cash needs of the next sixty days.
 */
final class Portfolio {

    /** Where uninvested cash counts, as in our own drift. */
    static final String CASH_CLASS = "Cash Equivalent";

    private static final int NEED_DAYS = 60;
    private static final int WASH_DAYS = 30;

    private final HouseholdState household;
    private final List<AccountState> accounts;
    private final Map<String, BigDecimal> prices;
    private final Map<String, String> classes;
    private final Substitutes substitutes;
    private final Restrictions restrictions;
    private final Map<String, BigDecimal> targets;
    private final LocalDate today;
    private final BigDecimal investable;
    private final BigDecimal freeCash;
    private final Map<String, BigDecimal> held = new HashMap<>();

    Portfolio(World world, HouseholdState household) {
        this.household = household;
        this.accounts = world.accountsOf(household.row().household());
        this.prices = world.prices();
        this.classes = world.book().securities().stream()
                .collect(Collectors.toMap(SecurityRow::symbol, SecurityRow::assetClass));
        this.substitutes = new Substitutes(world.book().substitutes());
        this.restrictions = new Restrictions(household);
        this.today = world.time().today();
        this.targets = world.book().models().stream()
                .filter(row -> row.model().equals(household.row().model()))
                .collect(Collectors.toMap(ModelRow::symbol, ModelRow::weight));
        BigDecimal needs = total(this::need);
        this.investable = total(account -> account.value(prices)).subtract(needs);
        this.freeCash = total(AccountState::cash).subtract(needs);
        for (AccountState account : accounts)
            for (var position : account.positions())
                held.merge(position.symbol(), position.quantity().multiply(price(position.symbol())), BigDecimal::add);
    }

    HouseholdState household() {
        return household;
    }

    List<AccountState> accounts() {
        return accounts;
    }

    LocalDate today() {
        return today;
    }

    boolean hasModel() {
        return !targets.isEmpty();
    }

    BigDecimal price(String symbol) {
        return prices.getOrDefault(symbol, BigDecimal.ZERO);
    }

    String assetClass(String symbol) {
        return classes.getOrDefault(symbol, "Unknown");
    }

    /** Every class that is held or wanted, by name. */
    Set<String> assetClasses() {
        Set<String> all = new TreeSet<>(Set.of(CASH_CLASS));
        held.keySet().forEach(symbol -> all.add(assetClass(symbol)));
        targets.keySet().forEach(symbol -> all.add(assetClass(symbol)));
        return all;
    }

    BigDecimal value() {
        return investable;
    }

    BigDecimal classValue(String assetClass) {
        BigDecimal securities = sum(held, symbol -> assetClass(symbol).equals(assetClass));
        return assetClass.equals(CASH_CLASS) ? securities.add(freeCash) : securities;
    }

    BigDecimal classTarget(String assetClass) {
        return sum(targets, symbol -> assetClass(symbol).equals(assetClass)).multiply(investable);
    }

    BigDecimal excess(String assetClass) {
        return classValue(assetClass).subtract(classTarget(assetClass));
    }

    /** What of an excess can be sold: of the cash class only its securities. */
    BigDecimal sellableExcess(String assetClass) {
        BigDecimal excess = excess(assetClass);
        return assetClass.equals(CASH_CLASS) ? excess.subtract(freeCash) : excess;
    }

    boolean isTarget(String symbol) {
        return targets.containsKey(symbol);
    }

    /** The model's symbols of a class, the most underweight first. */
    List<String> targetsOf(String assetClass) {
        return targets.keySet().stream()
                .filter(symbol -> assetClass(symbol).equals(assetClass))
                .sorted((a, b) -> {
                    int byGap = gap(b).compareTo(gap(a));
                    return byGap != 0 ? byGap : a.compareTo(b);
                })
                .toList();
    }

    /** What is missing of a model symbol in dollars, negative when there is too much. */
    BigDecimal gap(String symbol) {
        BigDecimal wanted = targets.getOrDefault(symbol, BigDecimal.ZERO).multiply(investable);
        return wanted.subtract(held.getOrDefault(symbol, BigDecimal.ZERO));
    }

    List<String> substitutesOf(String symbol) {
        return substitutes.of(symbol).stream()
                .filter(other -> assetClass(other).equals(assetClass(symbol)))
                .toList();
    }

    boolean areIdentical(String one, String other) {
        return substitutes.areIdentical(one, other);
    }

    /** Whether the household bought it or an identical security inside the wash-sale window. */
    boolean boughtRecently(String symbol) {
        LocalDate first = today.minusDays(WASH_DAYS);
        return household.transactions().stream()
                .anyMatch(trade -> trade.side().equals("buy")
                        && !trade.date().isBefore(first)
                        && areIdentical(trade.symbol(), symbol));
    }

    /** Withdrawals and distributions due within sixty days. */
    List<CashNeedRow> needs(AccountState account) {
        return household.cashNeeds().stream()
                .filter(need -> need.account().equals(account.row().account()))
                .filter(need -> !need.kind().equals("contribution"))
                .filter(need -> !need.due().isAfter(today.plusDays(NEED_DAYS)))
                .toList();
    }

    BigDecimal need(AccountState account) {
        return needs(account).stream().map(CashNeedRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isTradable(AccountState account) {
        return restrictions.isTradable(account);
    }

    boolean maySell(AccountState account, String symbol) {
        return restrictions.maySell(account, symbol);
    }

    boolean mayBuy(AccountState account, String symbol) {
        return restrictions.mayBuy(account, symbol);
    }

    /** Share of the investable value in percent, two digits. */
    String percent(BigDecimal amount) {
        if (investable.signum() <= 0) return "0.00";
        return amount.movePointRight(2)
                .divide(investable, 2, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private BigDecimal total(Function<AccountState, BigDecimal> amount) {
        return accounts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(Map<String, BigDecimal> bySymbol, Predicate<String> counts) {
        return bySymbol.entrySet().stream()
                .filter(entry -> counts.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
