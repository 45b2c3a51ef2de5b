package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One taxable account for cases about harvesting. */
final class HarvestBook {

    static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 2);

    LocalDate day = LocalDate.of(2026, 11, 20);
    boolean taxable = true;
    boolean buyable = true;
    boolean fractional = true;
    BigDecimal cash = BigDecimal.ZERO;
    BigDecimal need = BigDecimal.ZERO;
    BigDecimal percent = BigDecimal.ZERO;
    BigDecimal shortRate = new BigDecimal("0.408");
    BigDecimal longRate = new BigDecimal("0.238");
    Set<String> bought = Set.of();
    List<Set<String>> identical = List.of();
    final List<ClassTarget> classes = new ArrayList<>();
    private final List<TaxLot> lots = new ArrayList<>();
    private final List<TradedSecurity> securities = new ArrayList<>();

    HarvestBook lot(String id, String symbol, BigDecimal quantity, BigDecimal basis, LocalDate acquired) {
        lots.add(new TaxLot(id, symbol, quantity, basis, acquired, null));
        return this;
    }

    HarvestBook security(String symbol, String assetClass, BigDecimal price) {
        return security(symbol, assetClass, price, 0);
    }

    HarvestBook security(String symbol, String assetClass, BigDecimal price, int rank) {
        securities.add(new TradedSecurity(
                symbol, assetClass, price, null, buyable, fractional, BigDecimal.ZERO, BigDecimal.ZERO, rank));
        return this;
    }

    HarvestBook target(String assetClass, BigDecimal weight) {
        classes.add(new ClassTarget(assetClass, null, new DriftTarget(weight, weight, null)));
        return this;
    }

    TradedAccount account() {
        return new TradedAccount("TAX", "u", taxable, true, cash, need, BigDecimal.ZERO, Map.of(), lots);
    }

    RebalancingRequest request() {
        var unit = new TaxPosition(
                "u",
                shortRate,
                longRate,
                new BigDecimal("0.37"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                new BigDecimal("3000"),
                null);
        RebalancingPolicy standard = RebalancingPolicy.STANDARD;
        var policy = new RebalancingPolicy(
                BigDecimal.ZERO,
                standard.location(),
                standard.tax(),
                standard.budget(),
                percent,
                standard.harvestDollars(),
                standard.nearLongTerm(),
                0,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                false,
                standard.limits(),
                standard.taxWeight());
        return new RebalancingRequest(
                "household",
                day,
                List.of(account()),
                securities,
                classes,
                null,
                List.of(unit),
                new WashHistory(bought, Set.of(), identical),
                policy);
    }
}
