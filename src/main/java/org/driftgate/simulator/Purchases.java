package org.driftgate.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.shared.Side;

/** Spends settled cash and sale proceeds of each account on what the household lacks most. */
final class Purchases {

    private static final BigDecimal WITH_COLLAR = BigDecimal.ONE.add(RebalanceRule.COLLAR);
    private static final BigDecimal AFTER_COLLAR = BigDecimal.ONE.subtract(RebalanceRule.COLLAR);

    private final Portfolio portfolio;
    private final List<ProposedTrade> sales;
    private final Map<String, BigDecimal> budgets = new HashMap<>();
    private final List<ProposedTrade> purchases = new ArrayList<>();

    Purchases(Portfolio portfolio, List<ProposedTrade> sales) {
        this.portfolio = portfolio;
        this.sales = List.copyOf(sales);
        for (AccountState account : portfolio.accounts())
            if (portfolio.isTradable(account)) budgets.put(account.number(), budget(account));
    }

    List<ProposedTrade> trades() {
        portfolio.assetClasses().stream()
                .filter(assetClass -> portfolio.excess(assetClass).signum() < 0)
                .sorted(Comparator.comparing(portfolio::excess))
                .forEach(this::fill);
        return purchases;
    }

    private void fill(String assetClass) {
        BigDecimal missing = portfolio.excess(assetClass).negate();
        for (String symbol : portfolio.targetsOf(assetClass)) {
            BigDecimal wanted = missing.min(portfolio.gap(symbol));
            missing = missing.subtract(buy(assetClass, symbol, wanted));
        }
    }

    /** Returns what it bought in dollars. */
    private BigDecimal buy(String assetClass, String symbol, BigDecimal wanted) {
        BigDecimal open = wanted;
        for (AccountState account : richestFirst()) {
            Optional<String> choice = choice(account, symbol);
            if (choice.isEmpty()) continue;
            BigDecimal price = portfolio.price(choice.get());
            BigDecimal budget = budgets.getOrDefault(account.number(), BigDecimal.ZERO);
            BigDecimal affordable = budget.divide(price.multiply(WITH_COLLAR), 0, RoundingMode.DOWN);
            BigDecimal shares = open.divide(price, 0, RoundingMode.DOWN).min(affordable);
            if (shares.multiply(price).compareTo(RebalanceRule.MINIMUM_TICKET) < 0) continue;
            purchases.add(purchase(account, assetClass, symbol, choice.get(), shares, price));
            budgets.put(account.number(), budget.subtract(shares.multiply(price).multiply(WITH_COLLAR)));
            open = open.subtract(shares.multiply(price));
        }
        return wanted.subtract(open);
    }

    private ProposedTrade purchase(
            AccountState account,
            String assetClass,
            String wanted,
            String symbol,
            BigDecimal shares,
            BigDecimal price) {
        String sentence = "%s is %s %% of the household, %s points below its target of %s %%."
                .formatted(
                        assetClass,
                        portfolio.percent(portfolio.classValue(assetClass)),
                        portfolio.percent(portfolio.excess(assetClass).negate()),
                        portfolio.percent(portfolio.classTarget(assetClass)));
        boolean asWanted = symbol.equals(wanted);
        String why = asWanted ? sentence : sentence + " %s stands in for %s.".formatted(symbol, wanted);
        return new ProposedTrade(
                account,
                Side.BUY,
                symbol,
                shares,
                price,
                List.of(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                asWanted ? "UNDERWEIGHT" : "SUBSTITUTE",
                why);
    }

    /** The symbol itself, or a substitute when it is restricted here or was sold in this proposal. */
    private Optional<String> choice(AccountState account, String symbol) {
        List<String> candidates = new ArrayList<>(List.of(symbol));
        candidates.addAll(portfolio.substitutesOf(symbol));
        return candidates.stream()
                .filter(candidate -> portfolio.mayBuy(account, candidate) && !isSold(candidate))
                .findFirst();
    }

    private boolean isSold(String symbol) {
        return sales.stream().anyMatch(sale -> portfolio.areIdentical(sale.symbol(), symbol));
    }

    private BigDecimal budget(AccountState account) {
        BigDecimal proceeds = sales.stream()
                .filter(sale -> sale.account().number().equals(account.number()))
                .map(sale -> sale.amount().multiply(AFTER_COLLAR))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return account.settledCash().add(proceeds).subtract(portfolio.need(account));
    }

    private List<AccountState> richestFirst() {
        Comparator<AccountState> byBudget =
                Comparator.comparing(account -> budgets.getOrDefault(account.number(), BigDecimal.ZERO));
        return portfolio.accounts().stream()
                .filter(account -> budgets.containsKey(account.number()))
                .sorted(byBudget.reversed().thenComparing(AccountState::number))
                .toList();
    }
}
