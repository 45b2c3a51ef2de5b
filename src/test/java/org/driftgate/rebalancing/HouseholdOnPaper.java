package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a household down row by row for tests; the day is 2026-11-20, rates 40.8 % and 23.8 %. */
final class HouseholdOnPaper {

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 2);

    private final Map<String, List<TaxLot>> lots = new HashMap<>();
    private final List<TradedAccount> accounts = new ArrayList<>();
    private final List<TradedSecurity> securities = new ArrayList<>();
    private final List<ClassTarget> classes = new ArrayList<>();
    private final List<Set<String>> identical = new ArrayList<>();
    RebalancingPolicy policy = RebalancingPolicy.STANDARD;
    DriftTarget cash;
    String cost = "0.0005";
    String shortSoFar = "0";
    WashHistory wash = WashHistory.NONE;
    BigDecimal budget;
    Map<String, Map<String, String>> barred = Map.of();
    Map<String, BigDecimal> volume = Map.of();
    CashMovements movements = CashMovements.NONE;

    HouseholdOnPaper account(String id, boolean taxable, String cash, String need, String reserve) {
        return account(id, taxable, cash, need, reserve, Map.of());
    }

    HouseholdOnPaper account(
            String id, boolean taxable, String cash, String need, String reserve, Map<String, BigDecimal> drag) {
        accounts.add(new TradedAccount(
                id,
                "unit",
                taxable,
                true,
                new BigDecimal(cash),
                new BigDecimal(need),
                new BigDecimal(reserve),
                drag,
                List.of()));
        return this;
    }

    HouseholdOnPaper lot(String account, String id, String symbol, String dollars, String gainShare) {
        return lot(account, id, symbol, dollars, gainShare, LONG_AGO, null);
    }

    HouseholdOnPaper lot(
            String account, String id, String symbol, String dollars, String gainShare, LocalDate day, String blocked) {
        BigDecimal value = new BigDecimal(dollars);
        BigDecimal basis = value.subtract(value.multiply(new BigDecimal(gainShare)));
        lots.computeIfAbsent(account, key -> new ArrayList<>()).add(new TaxLot(id, symbol, value, basis, day, blocked));
        return this;
    }

    HouseholdOnPaper security(String symbol, String assetClass) {
        securities.add(new TradedSecurity(
                symbol, assetClass, BigDecimal.ONE, null, true, true, new BigDecimal(cost), BigDecimal.ZERO, 0));
        return this;
    }

    HouseholdOnPaper assetClass(String id, String low, String high, String price) {
        classes.add(new ClassTarget(
                id,
                null,
                new DriftTarget(
                        new BigDecimal(low), new BigDecimal(high), price == null ? null : new BigDecimal(price))));
        return this;
    }

    RebalancingRequest request() {
        return new RebalancingRequest(
                "household", DAY, withLots(), withVolume(), classes, cash, List.of(unit()), wash, policy, movements);
    }

    private TaxPosition unit() {
        return new TaxPosition(
                "unit",
                new BigDecimal("0.408"),
                new BigDecimal("0.238"),
                new BigDecimal("0.37"),
                new BigDecimal(shortSoFar),
                BigDecimal.ZERO,
                new BigDecimal("3000"),
                budget);
    }

    private List<TradedSecurity> withVolume() {
        return securities.stream()
                .map(row -> new TradedSecurity(
                        row.symbol(),
                        row.assetClass(),
                        row.price(),
                        row.target(),
                        row.buyable(),
                        row.fractional(),
                        row.costPerDollar(),
                        row.redemptionFee(),
                        row.rank(),
                        volume.get(row.symbol())))
                .toList();
    }

    private List<TradedAccount> withLots() {
        return accounts.stream()
                .map(account -> new TradedAccount(
                                account.id(),
                                account.taxUnit(),
                                account.taxable(),
                                account.tradable(),
                                account.cash(),
                                account.need(),
                                account.reserve(),
                                account.drag(),
                                lots.getOrDefault(account.id(), List.of()))
                        .withBarred(barred.getOrDefault(account.id(), Map.of())))
                .toList();
    }
}
