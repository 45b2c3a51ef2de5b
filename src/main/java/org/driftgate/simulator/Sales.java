package org.driftgate.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.adapter.book.CashNeedRow;
import org.driftgate.shared.Side;
import org.driftgate.simulator.WorldEvent.LotTaken;

/** Chooses the lots to sell: outside the model first, then where gains are not taxed, then the highest cost. */
final class Sales {

    private static final BigDecimal AFTER_COLLAR = BigDecimal.ONE.subtract(RebalanceRule.COLLAR);
    /** Deviations below a quarter of a percent of the household are not worth a trade. */
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("0.0025");

    private record Candidate(AccountState account, HeldLot lot) {}

    private final Portfolio portfolio;
    private final List<Sale> sales = new ArrayList<>();
    private final Map<String, BigDecimal> sold = new HashMap<>();

    Sales(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    void reduceOverweight() {
        for (String assetClass : portfolio.assetClasses()) {
            BigDecimal excess = portfolio.sellableExcess(assetClass);
            if (excess.compareTo(portfolio.value().multiply(NEGLIGIBLE).max(RebalanceRule.MINIMUM_TICKET)) < 0)
                continue;
            String sentence = "%s is %s %% of the household, %s points above its target of %s %%."
                    .formatted(
                            assetClass,
                            portfolio.percent(portfolio.classValue(assetClass)),
                            portfolio.percent(portfolio.excess(assetClass)),
                            portfolio.percent(portfolio.classTarget(assetClass)));
            for (Candidate candidate : candidates(assetClass))
                excess = excess.subtract(sell(candidate, excess, RoundingMode.DOWN, "OVERWEIGHT", sentence));
        }
    }

    /** Sells in the account itself, because money does not move between accounts. */
    void raiseCash() {
        for (AccountState account : portfolio.accounts()) {
            List<CashNeedRow> needs = portfolio.needs(account);
            if (needs.isEmpty() || !portfolio.isTradable(account)) continue;
            BigDecimal missing =
                    portfolio.need(account).subtract(account.cash()).subtract(proceeds(account));
            if (missing.signum() <= 0) continue;
            CashNeedRow first = needs.get(0);
            String sentence = "$%s is due on %s (%s) and the account holds $%s in cash."
                    .formatted(first.amount(), first.due(), first.kind(), account.cash());
            for (Candidate candidate : everythingIn(account)) {
                BigDecimal open = missing.divide(AFTER_COLLAR, 2, RoundingMode.UP);
                BigDecimal amount = sell(candidate, open, RoundingMode.UP, "RAISE_CASH", sentence);
                missing = missing.subtract(amount.multiply(AFTER_COLLAR));
            }
        }
    }

    /** One trade for each account and symbol, without those below the minimum. */
    List<ProposedTrade> trades() {
        Map<List<String>, List<Sale>> byLine = new LinkedHashMap<>();
        for (Sale sale : sales)
            byLine.computeIfAbsent(List.of(sale.account().number(), sale.lot().symbol()), none -> new ArrayList<>())
                    .add(sale);
        return byLine.values().stream()
                .map(this::trade)
                .filter(trade -> trade.amount().compareTo(RebalanceRule.MINIMUM_TICKET) >= 0)
                .toList();
    }

    private ProposedTrade trade(List<Sale> line) {
        Map<String, BigDecimal> lots = new LinkedHashMap<>();
        line.forEach(sale -> lots.merge(sale.lot().id(), sale.shares(), BigDecimal::add));
        Sale first = line.get(0);
        return new ProposedTrade(
                first.account(),
                Side.SELL,
                first.lot().symbol(),
                lots.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                first.price(),
                lots.entrySet().stream()
                        .map(e -> new LotTaken(e.getKey(), e.getValue()))
                        .toList(),
                gain(line, false),
                gain(line, true),
                first.code(),
                first.sentence());
    }

    private BigDecimal gain(List<Sale> line, boolean longTerm) {
        return line.stream()
                .filter(sale -> sale.lot().isLongTerm(portfolio.today()) == longTerm)
                .map(Sale::gain)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns what it sold in dollars. */
    private BigDecimal sell(Candidate candidate, BigDecimal dollars, RoundingMode rounding, String code, String why) {
        if (dollars.signum() <= 0) return BigDecimal.ZERO;
        HeldLot lot = candidate.lot();
        BigDecimal price = portfolio.price(lot.symbol());
        BigDecimal left = lot.quantity().subtract(sold.getOrDefault(lot.id(), BigDecimal.ZERO));
        BigDecimal shares = dollars.divide(price, 0, rounding).min(left.setScale(0, RoundingMode.DOWN));
        if (shares.signum() <= 0) return BigDecimal.ZERO;
        Sale sale = new Sale(candidate.account(), lot, shares, price, code, why);
        sales.add(sale);
        sold.merge(lot.id(), shares, BigDecimal::add);
        return sale.amount();
    }

    private BigDecimal proceeds(AccountState account) {
        return sales.stream()
                .filter(sale -> sale.account().number().equals(account.number()))
                .map(sale -> sale.amount().multiply(AFTER_COLLAR))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Candidate> candidates(String assetClass) {
        return portfolio.accounts().stream()
                .filter(portfolio::isTradable)
                .flatMap(account -> sellable(account).stream())
                .filter(c -> portfolio.assetClass(c.lot().symbol()).equals(assetClass))
                .sorted(byPreference())
                .toList();
    }

    private List<Candidate> everythingIn(AccountState account) {
        Comparator<Candidate> overweightFirst = Comparator.comparing(
                c -> portfolio.excess(portfolio.assetClass(c.lot().symbol())));
        return sellable(account).stream()
                .sorted(overweightFirst.reversed().thenComparing(byPreference()))
                .toList();
    }

    private List<Candidate> sellable(AccountState account) {
        return account.positions().stream()
                .filter(position -> portfolio.maySell(account, position.symbol()))
                .flatMap(position -> position.lots().stream())
                .filter(lot -> !isWash(account, lot))
                .map(lot -> new Candidate(account, lot))
                .toList();
    }

    /** A loss that a purchase of the last thirty days would disallow. */
    private boolean isWash(AccountState account, HeldLot lot) {
        return OrionAccounts.isTaxable(account.row())
                && lot.unitCost().compareTo(portfolio.price(lot.symbol())) > 0
                && portfolio.boughtRecently(lot.symbol());
    }

    private Comparator<Candidate> byPreference() {
        Comparator<Candidate> highestCost = Comparator.comparing(
                c -> c.lot().unitCost().divide(portfolio.price(c.lot().symbol()), 8, RoundingMode.HALF_EVEN));
        return Comparator.comparing((Candidate c) -> portfolio.isTarget(c.lot().symbol()))
                .thenComparing(c -> OrionAccounts.isTaxable(c.account().row()))
                .thenComparing(highestCost.reversed())
                .thenComparing(c -> c.lot().id());
    }
}
