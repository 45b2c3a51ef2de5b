package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Households with random holdings, bands, needs, blocks and recent purchases; the same seed gives the same one. */
final class RandomHousehold {

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String BELOW = "/below";

    private final Random random;
    private final boolean spread;
    private final List<TradedSecurity> securities = new ArrayList<>();
    private final List<ClassTarget> classes = new ArrayList<>();

    private RandomHousehold(Random random, boolean spread) {
        this.random = random;
        this.spread = spread;
    }

    /** With {@code spread} most securities are held, and may be bought, in one account only. */
    static RebalancingRequest of(Random random, boolean spread) {
        return new RandomHousehold(random, spread).request();
    }

    private RebalancingRequest request() {
        addClasses(2 + random.nextInt(3));
        int size = (spread ? 20 : 4) + random.nextInt(24);
        for (int index = 0; index < size; index++) addSecurity(index);
        List<TradedAccount> accounts = new ArrayList<>();
        int count = spread ? 1 + random.nextInt(2) : 1 + random.nextInt(4);
        for (int index = 0; index < count; index++) accounts.add(account(index, count));
        var unit = new TaxPosition(
                "u",
                new BigDecimal("0.408"),
                new BigDecimal("0.238"),
                new BigDecimal("0.37"),
                dollars(20_000),
                dollars(20_000).negate(),
                new BigDecimal("3000"),
                null);
        Set<String> bought = random.nextInt(3) == 0 ? Set.of("S01") : Set.of();
        Set<String> sold = random.nextInt(4) == 0 ? Set.of("S02") : Set.of();
        List<Set<String>> identical = random.nextInt(3) == 0 ? List.of(Set.of("S00", "S03")) : List.of();
        DriftTarget cash = cash();
        if (random.nextInt(3) == 0) for (int index = 0; index < size; index++) moveBelow(index);
        return new RebalancingRequest(
                "random",
                DAY,
                accounts,
                securities,
                classes,
                cash,
                List.of(unit),
                new WashHistory(bought, sold, identical),
                RebalancingPolicy.STANDARD);
    }

    private DriftTarget cash() {
        boolean has = random.nextInt(3) == 0;
        return has ? new DriftTarget(BigDecimal.ZERO, new BigDecimal("0.05"), new BigDecimal("0.1")) : null;
    }

    private void addClasses(int count) {
        double left = 0.97;
        for (int index = 0; index < count; index++) {
            double weight = index == count - 1 ? left : left * random.nextDouble();
            left -= weight;
            classes.add(new ClassTarget("C" + index, null, target(weight, 0.05, "0.15")));
        }
    }

    private void addSecurity(int index) {
        boolean targeted = random.nextInt(3) > 0;
        securities.add(new TradedSecurity(
                "S%02d".formatted(index),
                "C" + random.nextInt(classes.size()),
                BigDecimal.valueOf(500 + random.nextInt(30_000), 2),
                targeted ? target(random.nextDouble() / 10, 0.1, "0.05") : null,
                random.nextInt(5) > (spread ? 2 : 0),
                random.nextInt(6) == 0,
                new BigDecimal("0.0005"),
                BigDecimal.ZERO,
                random.nextInt(3)));
    }

    /** Some securities of a class form a sub-class of it, with or without a band. */
    private void moveBelow(int index) {
        TradedSecurity row = securities.get(index);
        if (random.nextBoolean()) return;
        String below = row.assetClass() + BELOW;
        if (classes.stream().noneMatch(tier -> tier.id().equals(below)))
            classes.add(new ClassTarget(
                    below,
                    row.assetClass(),
                    random.nextInt(4) == 0 ? null : target(random.nextDouble() / 4, 0.1, "0.1")));
        securities.set(
                index,
                new TradedSecurity(
                        row.symbol(),
                        below,
                        row.price(),
                        row.target(),
                        row.buyable(),
                        row.fractional(),
                        row.costPerDollar(),
                        row.redemptionFee(),
                        row.rank()));
    }

    private static DriftTarget target(double weight, double band, String price) {
        BigDecimal middle = BigDecimal.valueOf(Math.round(weight * 1e6), 6);
        BigDecimal width = middle.multiply(BigDecimal.valueOf(band));
        return new DriftTarget(middle.subtract(width), middle.add(width), new BigDecimal(price));
    }

    private TradedAccount account(int index, int count) {
        List<TaxLot> lots = new ArrayList<>();
        boolean taxable = random.nextInt(2) == 0;
        for (int security = 0; security < securities.size(); security++) {
            boolean held = spread ? security % count == index : random.nextInt(2) == 0;
            for (int lot = 0; held && lot < random.nextInt(5); lot++)
                lots.add(lot("A%d-%d-%d".formatted(index, security, lot), securities.get(security)));
        }
        Map<String, BigDecimal> drag = new HashMap<>();
        if (taxable) drag.putAll(Map.of("C1", new BigDecimal("0.008"), "C1" + BELOW, new BigDecimal("0.006")));
        boolean needs = random.nextInt(3) == 0;
        return new TradedAccount(
                "A" + index,
                "u",
                taxable,
                random.nextInt(8) > 0,
                dollars(20_000),
                needs ? dollars(20_000) : BigDecimal.ZERO,
                dollars(1000),
                drag,
                lots);
    }

    private TaxLot lot(String id, TradedSecurity security) {
        BigDecimal quantity = random.nextInt(4) == 0
                ? BigDecimal.valueOf(1 + random.nextInt(400_000), 3)
                : BigDecimal.valueOf(1 + random.nextInt(400));
        BigDecimal value = quantity.multiply(security.price());
        BigDecimal basis = value.multiply(BigDecimal.valueOf(20 + random.nextInt(110), 2));
        boolean unknown = random.nextInt(40) == 0;
        String blocked = random.nextInt(12) == 0 ? "locked" : null;
        return new TaxLot(
                id, security.symbol(), quantity, unknown ? null : basis, DAY.minusDays(random.nextInt(1500)), blocked);
    }

    private BigDecimal dollars(int most) {
        return BigDecimal.valueOf(random.nextInt(most * 100), 2);
    }
}
