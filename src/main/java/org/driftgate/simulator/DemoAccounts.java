package org.driftgate.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.driftgate.adapter.book.AccountRow;
import org.driftgate.adapter.book.LotRow;
import org.driftgate.adapter.book.TransactionRow;

/** Fills the accounts of one demo household with lots that drifted, or did not. */
final class DemoAccounts {

    private static final int LOTS_OF_A_POSITION = 3;

    private final DemoRows rows;
    private final DemoMarket market;
    private final Random random;
    private final LocalDate asOf;

    DemoAccounts(DemoRows rows, DemoMarket market, Random random, LocalDate asOf) {
        this.rows = rows;
        this.market = market;
        this.random = random;
        this.asOf = asOf;
    }

    /** Moves points from the bonds to US equity, or leaves everything within a point and a half. */
    Map<String, BigDecimal> drifted(Map<String, BigDecimal> targets, boolean insideBand) {
        double points = insideBand ? random.nextDouble() * 1.5 : 7 + random.nextDouble() * 4;
        BigDecimal shift = BigDecimal.valueOf(points / 100).setScale(4, RoundingMode.HALF_EVEN);
        Map<String, BigDecimal> weights = new TreeMap<>(targets);
        weights.merge("VTI", shift, BigDecimal::add);
        weights.merge("BND", shift.negate(), BigDecimal::add);
        return weights;
    }

    void add(
            AccountRow frame,
            BigDecimal value,
            BigDecimal cashShare,
            Map<String, BigDecimal> weights,
            DemoStory story) {
        BigDecimal invested = value.multiply(BigDecimal.ONE.subtract(cashShare));
        BigDecimal cash = value;
        for (var entry : weights.entrySet()) {
            BigDecimal price = market.price(entry.getKey());
            BigDecimal shares = invested.multiply(entry.getValue()).divide(price, 0, RoundingMode.DOWN);
            if (shares.signum() <= 0) continue;
            addLots(frame.account(), entry.getKey(), shares, story);
            cash = cash.subtract(shares.multiply(price));
        }
        rows.accounts.add(withCash(frame, cash.setScale(2, RoundingMode.HALF_EVEN)));
    }

    void addLot(String account, String symbol, BigDecimal shares, BigDecimal costFactor, int daysAgo) {
        BigDecimal cost = market.price(symbol).multiply(costFactor).setScale(4, RoundingMode.HALF_EVEN);
        rows.lots.add(new LotRow(rows.nextLot(), account, symbol, shares, cost, asOf.minusDays(daysAgo)));
    }

    void addPurchase(String account, String symbol, BigDecimal shares, BigDecimal costFactor, int daysAgo) {
        addLot(account, symbol, shares, costFactor, daysAgo);
        BigDecimal price = market.price(symbol).multiply(costFactor).setScale(4, RoundingMode.HALF_EVEN);
        rows.transactions.add(new TransactionRow(account, asOf.minusDays(daysAgo), symbol, "buy", shares, price));
    }

    private void addLots(String account, String symbol, BigDecimal shares, DemoStory story) {
        BigDecimal first = shares.divide(BigDecimal.valueOf(LOTS_OF_A_POSITION), 0, RoundingMode.DOWN);
        BigDecimal second = first;
        BigDecimal third = shares.subtract(first).subtract(second);
        if (first.signum() > 0) {
            addLot(account, symbol, first, cost(symbol, 0, story), 1500 + random.nextInt(1500));
            addLot(account, symbol, second, cost(symbol, 1, story), days(story, 400, 500));
        }
        if (third.signum() > 0) addLot(account, symbol, third, cost(symbol, 2, story), days(story, 70, 250));
    }

    private int days(DemoStory story, int from, int spread) {
        return story == DemoStory.TAX_REVIEW ? 70 + random.nextInt(250) : from + random.nextInt(spread);
    }

    /** Equity was cheaper the longer ago, bonds were dearer. */
    private BigDecimal cost(String symbol, int youth, DemoStory story) {
        double factor = market.isBond(symbol) ? 1.10 - 0.04 * youth : 0.52 + 0.17 * youth;
        if (story == DemoStory.WASH_SALE && symbol.equals("VTI")) factor = 1.04 + 0.03 * youth;
        return BigDecimal.valueOf(factor + random.nextDouble() * 0.05).setScale(4, RoundingMode.HALF_EVEN);
    }

    private static AccountRow withCash(AccountRow frame, BigDecimal cash) {
        return new AccountRow(
                frame.account(),
                frame.household(),
                frame.taxUnit(),
                frame.owner(),
                frame.ownerBirthDate(),
                frame.registration(),
                frame.custodian(),
                frame.status(),
                frame.discretionary(),
                cash,
                cash,
                frame.heldAway());
    }
}
