package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.driftgate.shared.Side;

/** Households under a weight on tax, and what they then pay at their true rates. */
final class TaxWeights {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 2);
    private static final BigDecimal ALMOST = new BigDecimal("0.99");

    private TaxWeights() {}

    /** A fractional plan in cents: tax and gain without the weight, the objective with it. */
    record Weighed(double tax, double gain, double objective) {}

    static Weighed solved(RebalancingRequest request, RebalancingPolicy.Tax prices, String weight) {
        var priced = TaxRounds.of(new HouseholdProblem(weighing(request, prices, weight)));
        PlanValue value = priced.solution().value(priced.plan());
        double shortGain = value.shortGain[0];
        double longGain = value.longGain[0];
        TaxPosition unit = request.taxUnits().get(0);
        double tax =
                unit.shortRate().doubleValue() * shortGain + unit.longRate().doubleValue() * longGain;
        if (prices == RebalancingPolicy.Tax.NETTED) {
            NettedTax netted = NettedTax.of(new HouseholdProblem(request), 0);
            double shortSoFar = Cents.of(unit.shortSoFar());
            double longSoFar = Cents.of(unit.longSoFar());
            tax = netted.tax(shortSoFar + shortGain, longSoFar + longGain) - netted.tax(shortSoFar, longSoFar);
        }
        return new Weighed(tax, shortGain + longGain, priced.solution().objective(value));
    }

    static RebalancingRequest weighing(RebalancingRequest request, RebalancingPolicy.Tax prices, String weight) {
        return with(
                request,
                lot -> lot,
                PolicyDraft.of(request.policy()).tax(prices).taxWeight(weight).done());
    }

    /** Every lot a hundredth below its value at the most. */
    static RebalancingRequest withoutLosses(RebalancingRequest request) {
        return with(
                request,
                lot -> {
                    BigDecimal most =
                            price(request, lot).multiply(lot.quantity()).multiply(ALMOST);
                    BigDecimal basis =
                            lot.basis() == null ? BigDecimal.ZERO : lot.basis().min(most);
                    return new TaxLot(lot.id(), lot.symbol(), lot.quantity(), basis, lot.acquired(), lot.blocked());
                },
                request.policy());
    }

    static RebalancingRequest longTerm(RebalancingRequest request) {
        return with(
                request,
                lot -> new TaxLot(lot.id(), lot.symbol(), lot.quantity(), lot.basis(), LONG_AGO, lot.blocked()),
                request.policy());
    }

    /**
     * 30,000 dollars of stocks that should be 10,000, in 60 lots of 500 dollars of which each has a gain one per cent larger
     * than the one before, and 10,000 of bonds; a dollar away from its target costs 0.05.
     */
    static RebalancingRequest sixtyLots() {
        HouseholdOnPaper paper = new HouseholdOnPaper()
                .account("A", true, "0", "0", "0")
                .security("STK", "STOCKS")
                .security("BND", "BONDS")
                .assetClass("STOCKS", "0.25", "0.25", "0.05")
                .assetClass("BONDS", "0.75", "0.75", "0.05")
                .lot("A", "bonds", "BND", "10000", "0");
        for (int lot = 1; lot <= 60; lot++)
            paper.lot("A", "L%02d".formatted(lot), "STK", "500", "%.2f".formatted(lot / 100.0));
        return paper.request();
    }

    /** Dollars of stocks sold. */
    static double sold(RebalancingRequest request, String weight) {
        return sold(Rebalancer.rebalance(weighing(request, RebalancingPolicy.Tax.MARGINAL, weight)))
                .doubleValue();
    }

    static BigDecimal sold(Rebalancing answer) {
        return answer.trades().stream()
                .filter(trade -> trade.side() == Side.SELL)
                .map(ProposedTrade::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal price(RebalancingRequest request, TaxLot lot) {
        return request.securities().stream()
                .filter(row -> row.symbol().equals(lot.symbol()))
                .findFirst()
                .orElseThrow()
                .price();
    }

    private static RebalancingRequest with(
            RebalancingRequest request, UnaryOperator<TaxLot> change, RebalancingPolicy policy) {
        List<TradedAccount> accounts = request.accounts().stream()
                .map(row -> new TradedAccount(
                        row.id(),
                        row.taxUnit(),
                        row.taxable(),
                        row.tradable(),
                        row.cash(),
                        row.need(),
                        row.reserve(),
                        row.drag(),
                        row.lots().stream().map(change).toList(),
                        row.barred(),
                        row.fractional()))
                .toList();
        return new RebalancingRequest(
                request.household(),
                request.asOf(),
                accounts,
                request.securities(),
                request.classes(),
                request.cash(),
                request.taxUnits(),
                request.wash(),
                policy,
                request.movements());
    }
}
