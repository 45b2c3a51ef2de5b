package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.driftgate.shared.Side;

/** What must hold for one answer, counted from request and answer alone, in decimal dollars. */
final class HouseholdInvariants {

    private static final double CENT = 0.01;

    private final RebalancingRequest request;
    private final Rebalancing answer;
    private final String seed;
    private final Map<String, TradedSecurity> security = new HashMap<>();
    private final Map<String, TradedAccount> account = new HashMap<>();
    private final Map<String, TaxLot> lot = new HashMap<>();
    /** Every ticket and lot is rounded to the cent. */
    private final double rounding;

    HouseholdInvariants(RebalancingRequest request, Rebalancing answer, String seed) {
        this.request = request;
        this.answer = answer;
        this.seed = seed;
        request.securities().forEach(row -> security.put(row.symbol(), row));
        request.accounts().forEach(row -> account.put(row.id(), row));
        request.accounts().forEach(row -> row.lots().forEach(held -> lot.put(held.id(), held)));
        rounding = CENT * (4 + answer.trades().size() + answer.lotSales().size());
    }

    void check() {
        answer.trades().forEach(this::ticket);
        assertThat(answer.trades().stream().map(trade -> trade.account() + trade.symbol()))
                .as(seed)
                .doesNotHaveDuplicates();
        assertThat(answer.lotSales().stream().map(LotSale::lot)).as(seed).doesNotHaveDuplicates();
        answer.lotSales().forEach(this::sale);
        request.accounts().forEach(this::cash);
        request.movements().calls().forEach(this::call);
        volumes();
        turnover();
        request.taxUnits().forEach(this::budget);
        tax();
        drift();
        boolean named = answer.status() == Rebalancing.Status.INFEASIBLE;
        assertThat(answer.obstacles().isEmpty()).as(seed).isNotEqualTo(named);
        double scale = Math.max(1, Math.abs(answer.objective()));
        assertThat(answer.fractionalGap()).as(seed).isBetween(-1e-6 * scale, 1e-6 * scale);
        double greedy = answer.greedyObjective() + CENT + 1e-6 * scale;
        assertThat(greedy).as("%s: greedy", seed).isGreaterThan(answer.bound());
        if (request.policy().minimumBenefit().signum() == 0)
            assertThat(greedy).as("%s: greedy", seed).isGreaterThan(answer.objective());
        boolean exceeded = answer.obstacles().stream().anyMatch(Obstacle.LimitExceeded.class::isInstance);
        if (!exceeded) assertThat(answer.gap()).as(seed).isGreaterThan(-rounding - 1e-6 * scale);
    }

    private void ticket(ProposedTrade trade) {
        TradedAccount where = account.get(trade.account());
        TradedSecurity what = security.get(trade.symbol());
        assertThat(where.tradable()).as(seed).isTrue();
        assertThat(trade.quantity()).as(seed).isPositive();
        if (trade.side() == Side.BUY) {
            assertThat(what.buyable() && !where.barred().containsKey(trade.symbol()))
                    .as(seed)
                    .isTrue();
        } else {
            BigDecimal sold = answer.lotSales().stream()
                    .filter(sale -> sale.account().equals(trade.account())
                            && sale.symbol().equals(trade.symbol()))
                    .map(LotSale::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sold).as(seed).isEqualByComparingTo(trade.quantity());
        }
        boolean whole = trade.quantity().stripTrailingZeros().scale() <= 0;
        boolean fractions =
                what.fractional() || where.fractional() || !request.policy().wholeShares();
        assertThat(whole || fractions || isEverything(trade))
                .as("%s: %s", seed, trade)
                .isTrue();
        boolean large =
                trade.amount().doubleValue() >= request.policy().minimumTrade().doubleValue() - rounding;
        assertThat(large || raisesCash(trade) || isLimited())
                .as("%s: %s", seed, trade)
                .isTrue();
    }

    private boolean isEverything(ProposedTrade trade) {
        BigDecimal free = account.get(trade.account()).lots().stream()
                .filter(held -> held.symbol().equals(trade.symbol()) && held.blocked() == null)
                .map(TaxLot::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return trade.side() == Side.SELL && (free.compareTo(trade.quantity()) == 0 || endsALot(trade));
    }

    /** All that may be sold while some lots wait for the long term. */
    private boolean endsALot(ProposedTrade trade) {
        return request.policy().nearLongTerm() == RebalancingPolicy.NearLongTerm.BAN
                && answer.lotSales().stream()
                        .filter(sale -> sale.account().equals(trade.account())
                                && sale.symbol().equals(trade.symbol()))
                        .allMatch(sale -> lot.get(sale.lot()).quantity().compareTo(sale.quantity()) == 0);
    }

    /** Without the ticket its account could not pay or would lack its reserve. */
    private boolean raisesCash(ProposedTrade trade) {
        BigDecimal without = answer.endCash().get(trade.account()).subtract(trade.amount());
        return trade.side() == Side.SELL
                && without.compareTo(account.get(trade.account()).reserve()) < 0;
    }

    /** Several limits at once may leave no plan of large tickets only: limits override the minimum. */
    private boolean isLimited() {
        long limits = request.taxUnits().stream()
                .filter(unit -> unit.budget() != null)
                .count();
        if (request.policy().limits().turnover() != null) limits++;
        if (request.policy().limits().keepsDrift()) limits++;
        return limits > 1;
    }

    private void sale(LotSale sale) {
        TaxLot held = lot.get(sale.lot());
        assertThat(held.blocked()).as(seed).isNull();
        assertThat(sale.quantity()).as(seed).isPositive().isLessThanOrEqualTo(held.quantity());
    }

    private void cash(TradedAccount row) {
        double cash = row.cash().subtract(row.need()).doubleValue();
        for (var paidIn : request.movements().contributions())
            if (paidIn.posted() && paidIn.account().equals(row.id()))
                cash += paidIn.amount().doubleValue();
        for (Rebalancing.Draw draw : answer.draws()) {
            if (draw.account().equals(row.id())) cash -= draw.amount().doubleValue();
            if (row.id().equals(named(draw.call()).into()))
                cash += draw.amount().doubleValue();
        }
        for (ProposedTrade trade : answer.trades()) if (trade.account().equals(row.id())) cash += proceeds(trade);
        assertThat(answer.endCash().get(row.id()).doubleValue())
                .as("%s: cash of %s", seed, row.id())
                .isBetween(cash - rounding, cash + rounding);
        boolean shortOf = answer.obstacles().stream()
                .anyMatch(obstacle -> obstacle instanceof Obstacle.AccountShort missing
                        && missing.account().equals(row.id()));
        if (!shortOf)
            assertThat(cash)
                    .as("%s: %s", seed, row.id())
                    .isGreaterThan(row.reserve().doubleValue() - rounding);
    }

    private double proceeds(ProposedTrade trade) {
        TradedSecurity what = security.get(trade.symbol());
        double amount = trade.amount().doubleValue();
        boolean paid = request.policy().limits().costsFromCash();
        double cost = paid ? what.costPerDollar().doubleValue() * amount : 0;
        if (trade.side() == Side.BUY) return -amount - cost;
        return amount - cost - (paid ? what.redemptionFee().doubleValue() * amount : 0);
    }

    private CashCall named(String id) {
        return request.movements().calls().stream()
                .filter(call -> call.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void call(CashCall call) {
        double drawn = 0;
        for (Rebalancing.Draw draw : answer.draws()) {
            if (!draw.call().equals(call.id())) continue;
            drawn += draw.amount().doubleValue();
            assertThat(call.sources())
                    .as(seed)
                    .anyMatch(source -> source.account().equals(draw.account()));
            assertThat(account.get(draw.account()).tradable()).as(seed).isTrue();
        }
        int days = request.policy().limits().horizonDays();
        double due = call.due().isAfter(request.asOf().plusDays(days))
                ? 0
                : call.amount().doubleValue();
        boolean unpaid = answer.obstacles().stream()
                .anyMatch(obstacle -> obstacle instanceof Obstacle.CallUnpaid missing
                        && missing.call().equals(call.id()));
        assertThat(drawn).as(seed).isLessThan(due + rounding);
        if (!unpaid) assertThat(drawn).as(seed).isGreaterThan(due - rounding);
    }

    private void volumes() {
        BigDecimal share = request.policy().limits().volumeShare();
        if (share == null) return;
        for (TradedSecurity row : request.securities()) {
            BigDecimal volume = row.averageVolume();
            if (volume == null) continue;
            for (Side side : Side.values()) {
                double traded = answer.trades().stream()
                        .filter(trade -> trade.side() == side && trade.symbol().equals(row.symbol()))
                        .mapToDouble(trade -> trade.quantity().doubleValue())
                        .sum();
                double most = share.multiply(volume).doubleValue()
                        + rounding / row.price().doubleValue();
                assertThat(traded).as("%s: %s", seed, row.symbol()).isLessThanOrEqualTo(most);
            }
        }
    }

    private void turnover() {
        BigDecimal share = request.policy().limits().turnover();
        boolean named = answer.obstacles().stream()
                .anyMatch(obstacle -> obstacle instanceof Obstacle.TurnoverTooSmall
                        || obstacle instanceof Obstacle.LimitExceeded over
                                && over.limit().equals("turnover"));
        if (share == null || named) return;
        double traded = answer.trades().stream()
                .mapToDouble(trade -> trade.amount().doubleValue())
                .sum();
        double most = 2 * share.multiply(answer.value()).doubleValue();
        assertThat(traded).as(seed).isLessThan(most + rounding);
    }

    private void budget(TaxPosition unit) {
        BigDecimal budget = unit.budget();
        boolean named = answer.obstacles().stream()
                .anyMatch(obstacle -> obstacle instanceof Obstacle.BudgetTooSmall small
                                && small.unit().equals(unit.id())
                        || obstacle instanceof Obstacle.LimitExceeded over
                                && over.limit().endsWith(" " + unit.id()));
        if (budget == null || named) return;
        boolean gross = request.policy().budget() == RebalancingPolicy.Budget.GROSS;
        double counted = 0;
        for (LotSale sale : answer.lotSales()) {
            double gain = gain(unit, sale);
            boolean washed = gain < 0 && new WashInvariant(request, answer).isWashed(sale);
            counted += gross || washed ? Math.max(0, gain) : gain;
        }
        assertThat(counted).as("%s: gains of %s", seed, unit.id()).isLessThan(budget.doubleValue() + rounding);
    }

    /** What a lot realizes in a unit; an unknown basis is a full gain. */
    private double gain(TaxPosition unit, LotSale sale) {
        TradedAccount row = account.get(sale.account());
        if (!row.taxable() || !row.taxUnit().equals(unit.id())) return 0;
        BigDecimal known = sale.gain();
        return (known == null ? sale.proceeds() : known).doubleValue();
    }

    private void tax() {
        BigDecimal shown = BigDecimal.ZERO;
        for (TaxPosition unit : request.taxUnits()) {
            BigDecimal shortGain = unit.shortSoFar();
            BigDecimal longGain = unit.longSoFar();
            BigDecimal before = netted(unit, shortGain, longGain);
            for (LotSale sale : answer.lotSales()) {
                TradedAccount row = account.get(sale.account());
                if (!row.taxable() || !row.taxUnit().equals(unit.id())) continue;
                TaxLot held = lot.get(sale.lot());
                BigDecimal price = security.get(held.symbol()).price();
                BigDecimal proceeds = sale.quantity().multiply(price).setScale(2, RoundingMode.HALF_EVEN);
                BigDecimal basis = held.basis() == null
                        ? BigDecimal.ZERO
                        : held.basis().multiply(sale.quantity()).divide(held.quantity(), 2, RoundingMode.HALF_EVEN);
                boolean longTerm = WashInvariant.isLongTerm(held.acquired(), request.asOf());
                BigDecimal counted = proceeds.subtract(basis).add(sale.disallowed());
                if (longTerm) longGain = longGain.add(counted);
                else shortGain = shortGain.add(counted);
            }
            shown = shown.add(netted(unit, shortGain, longGain).subtract(before));
        }
        assertThat(answer.nettedTax()).as("%s: tax", seed).isEqualByComparingTo(shown);
    }

    private static BigDecimal netted(TaxPosition unit, BigDecimal shortGain, BigDecimal longGain) {
        BigDecimal net = shortGain.add(longGain);
        if (net.signum() <= 0) return BigDecimal.ZERO;
        BigDecimal atShort = shortGain.min(net).max(BigDecimal.ZERO);
        return cents(atShort.multiply(unit.shortRate()))
                .add(cents(net.subtract(atShort).multiply(unit.longRate())));
    }

    private static BigDecimal cents(BigDecimal dollars) {
        return dollars.setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Rounding to whole shares may move each traded class by a share. */
    private void drift() {
        if (!request.policy().limits().keepsDrift()) return;
        double share = 0;
        for (ProposedTrade trade : answer.trades()) share += trade.price().doubleValue();
        boolean forced = answer.reason().endsWith("cash must be raised")
                || !answer.obstacles().isEmpty();
        if (forced) return;
        double before = answer.driftBefore().doubleValue();
        assertThat(answer.driftAfter().doubleValue())
                .as("%s: drift", seed)
                .isLessThan(before + rounding + (request.policy().wholeShares() ? share : 0));
    }
}
