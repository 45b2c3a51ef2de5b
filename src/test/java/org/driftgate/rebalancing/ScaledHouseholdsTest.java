package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the fractional optimum must answer when a household or a price changes; losses are frozen, so nothing is searched. */
class ScaledHouseholdsTest {

    private static final int HOUSEHOLDS = 300;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    @Test
    void doublesTheObjectiveWhenAllMoneyDoubles() {
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            RebalancingRequest request = request(seed);
            double once = solved(request).value.objective();
            double twice = solved(doubled(request)).value.objective();
            assertThat(twice)
                    .as("seed %d", seed)
                    .isCloseTo(2 * once, within(rounding(request) + 1e-9 * Math.abs(once)));
        }
    }

    @Test
    void costsNoLessWithAConstraintMore() {
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            RebalancingRequest request = request(seed);
            double free = solved(request).value.objective();
            double held = solved(blocked(request, seed)).value.objective();
            assertThat(held).as("seed %d", seed).isGreaterThan(free - 1 - 1e-9 * Math.abs(free));
        }
    }

    /** Measured at the prices before: with dearer drift the optimum gives up other things for less of it. */
    @Test
    void driftsNoMoreWhenDriftIsDearer() {
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            RebalancingRequest request = request(seed);
            Solution cheap = solved(request);
            Solution dear = solved(dearer(request));
            double then = cheap.value(dear.plan).drift;
            assertThat(then).as("seed %d", seed).isLessThan(cheap.value.drift + 1 + 1e-9 * Math.abs(cheap.bound));
        }
    }

    /** The gain itself may rise, when short and long trade places; the tax at the rates before may not. */
    @Test
    void paysNoMoreTaxAtTheOldRatesWhenRatesRise() {
        for (int seed = 0; seed < HOUSEHOLDS; seed++) {
            RebalancingRequest request = request(seed);
            Solution low = solved(request);
            Solution high = solved(taxed(request));
            double then = low.value(high.plan).tax;
            assertThat(then).as("seed %d", seed).isLessThan(low.value.tax + 1 + 1e-9 * Math.abs(low.bound));
        }
    }

    /** What the cents of lots and band edges may make of it, at a need's price where the cash is short. */
    private static double rounding(RebalancingRequest request) {
        int lots =
                request.accounts().stream().mapToInt(row -> row.lots().size()).sum();
        return (lots + 4 * request.securities().size()) * Tiers.NEED;
    }

    private static Solution solved(RebalancingRequest request) {
        var problem = new HouseholdProblem(request);
        return Solution.searching(problem, TaxPrices.marginal(problem.units));
    }

    private static RebalancingRequest request(int seed) {
        RebalancingRequest request = RandomHousehold.of(new Random(seed), false);
        Set<String> all =
                request.securities().stream().map(TradedSecurity::symbol).collect(Collectors.toSet());
        return with(request, request.accounts(), request.securities(), request.classes(), request.taxUnits(), all);
    }

    private static RebalancingRequest doubled(RebalancingRequest request) {
        List<TradedAccount> accounts = request.accounts().stream()
                .map(row -> account(
                        row,
                        row.cash().multiply(TWO),
                        row.need().multiply(TWO),
                        row.reserve().multiply(TWO),
                        row.lots().stream().map(ScaledHouseholdsTest::doubled).toList()))
                .toList();
        return with(
                request,
                accounts,
                request.securities(),
                request.classes(),
                request.taxUnits(),
                request.wash().bought());
    }

    private static TaxLot doubled(TaxLot lot) {
        BigDecimal basis = lot.basis() == null ? null : lot.basis().multiply(TWO);
        return new TaxLot(lot.id(), lot.symbol(), lot.quantity().multiply(TWO), basis, lot.acquired(), lot.blocked());
    }

    /** One security may not be sold. */
    private static RebalancingRequest blocked(RebalancingRequest request, int seed) {
        String symbol =
                request.securities().get(seed % request.securities().size()).symbol();
        List<TradedAccount> accounts = request.accounts().stream()
                .map(row -> account(
                        row,
                        row.cash(),
                        row.need(),
                        row.reserve(),
                        row.lots().stream().map(lot -> blocked(lot, symbol)).toList()))
                .toList();
        return with(
                request,
                accounts,
                request.securities(),
                request.classes(),
                request.taxUnits(),
                request.wash().bought());
    }

    private static TaxLot blocked(TaxLot lot, String symbol) {
        String rule = lot.symbol().equals(symbol) ? "kept" : lot.blocked();
        return new TaxLot(lot.id(), lot.symbol(), lot.quantity(), lot.basis(), lot.acquired(), rule);
    }

    private static RebalancingRequest dearer(RebalancingRequest request) {
        List<TradedSecurity> securities = request.securities().stream()
                .map(row -> new TradedSecurity(
                        row.symbol(),
                        row.assetClass(),
                        row.price(),
                        dearer(row.target()),
                        row.buyable(),
                        row.fractional(),
                        row.costPerDollar(),
                        row.redemptionFee(),
                        row.rank()))
                .toList();
        List<ClassTarget> classes = request.classes().stream()
                .map(row -> new ClassTarget(row.id(), row.parent(), dearer(row.target())))
                .toList();
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                request.accounts(),
                securities,
                classes,
                dearer(request.cash()),
                request.taxUnits(),
                request.wash(),
                request.policy());
    }

    private static @Nullable DriftTarget dearer(@Nullable DriftTarget target) {
        BigDecimal price = target == null ? null : target.price();
        return target == null || price == null
                ? target
                : new DriftTarget(target.low(), target.high(), price.multiply(TWO));
    }

    private static RebalancingRequest taxed(RebalancingRequest request) {
        BigDecimal more = new BigDecimal("1.5");
        List<TaxPosition> units = request.taxUnits().stream()
                .map(row -> new TaxPosition(
                        row.id(),
                        row.shortRate().multiply(more),
                        row.longRate().multiply(more),
                        row.ordinaryRate(),
                        row.shortSoFar(),
                        row.longSoFar(),
                        row.deductionLimit(),
                        row.budget()))
                .toList();
        return with(
                request,
                request.accounts(),
                request.securities(),
                request.classes(),
                units,
                request.wash().bought());
    }

    private static TradedAccount account(
            TradedAccount row, BigDecimal cash, BigDecimal need, BigDecimal reserve, List<TaxLot> lots) {
        return new TradedAccount(
                row.id(), row.taxUnit(), row.taxable(), row.tradable(), cash, need, reserve, row.drag(), lots);
    }

    private static RebalancingRequest with(
            RebalancingRequest request,
            List<TradedAccount> accounts,
            List<TradedSecurity> securities,
            List<ClassTarget> classes,
            List<TaxPosition> units,
            Set<String> bought) {
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                accounts,
                securities,
                classes,
                request.cash(),
                units,
                new WashHistory(bought, Set.of(), request.wash().identical()),
                request.policy());
    }
}
