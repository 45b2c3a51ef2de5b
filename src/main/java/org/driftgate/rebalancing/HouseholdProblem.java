package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A household in canonical order and whole cents: accounts by id, securities by symbol, lots by purchase and id, so that
 * the order of the rows given changes nothing. {@code value} is all holdings and cash less the needs, never negative.
 */
final class HouseholdProblem {

    final RebalancingRequest request;
    final RebalancingPolicy policy;
    final List<TradedAccount> accounts;
    final List<TradedSecurity> securities;
    final List<ClassTarget> classes;
    final List<TaxPosition> units;
    final Positions positions = new Positions();
    final LotBook lots = new LotBook();
    final int[] unitOf;
    final int[] classOf;
    /** The class above a class, -1 for none. */
    final int[] parentOf;

    final double[] cash;
    final double[] need;
    final double[] reserve;
    final double[] heldSecurity;
    final double[] heldClass;
    final double[] cost;
    final DriftCurve.Band[] securityBand;
    final DriftCurve.Band[] classBand;
    final DriftCurve.Band cashBand;
    final double value;
    /** No flow can be larger. */
    final double reach;

    HouseholdProblem(RebalancingRequest request) {
        RequestChecks.check(request);
        this.request = request;
        policy = request.policy();
        accounts = CanonicalOrder.sorted(request.accounts(), Comparator.comparing(TradedAccount::id));
        securities = CanonicalOrder.sorted(request.securities(), Comparator.comparing(TradedSecurity::symbol));
        classes = CanonicalOrder.sorted(request.classes(), Comparator.comparing(ClassTarget::id));
        units = CanonicalOrder.sorted(request.taxUnits(), Comparator.comparing(TaxPosition::id));
        Map<String, Integer> classIndex =
                CanonicalOrder.index(classes.stream().map(ClassTarget::id).toList());
        Map<String, Integer> unitIndex =
                CanonicalOrder.index(units.stream().map(TaxPosition::id).toList());
        unitOf = accounts.stream()
                .mapToInt(account -> CanonicalOrder.at(unitIndex, account.taxUnit()))
                .toArray();
        classOf = securities.stream()
                .mapToInt(security -> CanonicalOrder.at(classIndex, security.assetClass()))
                .toArray();
        parentOf = classes.stream()
                .mapToInt(tier -> CanonicalOrder.at(classIndex, tier.parent()))
                .toArray();
        cash = accounts.stream()
                .mapToDouble(account -> Cents.of(account.cash()))
                .toArray();
        need = accounts.stream()
                .mapToDouble(account -> Cents.of(account.need()))
                .toArray();
        reserve = accounts.stream()
                .mapToDouble(account -> Cents.of(account.reserve()))
                .toArray();
        cost = securities.stream()
                .mapToDouble(security -> security.costPerDollar().doubleValue())
                .toArray();
        heldSecurity = new double[securities.size()];
        heldClass = new double[classes.size()];
        collectPositions();
        double held = 0;
        for (double cents : heldSecurity) held += cents;
        double needs = 0;
        double cashes = 0;
        for (int account = 0; account < cash.length; account++) {
            needs += need[account];
            cashes += cash[account];
        }
        value = Math.max(0, held + cashes - needs);
        reach = Math.max(1, held + Math.abs(cashes) + needs);
        securityBand = securities.stream()
                .map(security -> DriftCurve.Band.of(security.target(), value))
                .toArray(DriftCurve.Band[]::new);
        classBand = classes.stream()
                .map(tier -> DriftCurve.Band.of(tier.target(), value))
                .toArray(DriftCurve.Band[]::new);
        cashBand = DriftCurve.Band.of(request.cash(), value);
    }

    private void collectPositions() {
        Map<String, Integer> symbols = CanonicalOrder.index(
                securities.stream().map(TradedSecurity::symbol).toList());
        for (int account = 0; account < accounts.size(); account++) {
            TradedAccount holder = accounts.get(account);
            List<TaxLot> own = CanonicalOrder.sorted(
                    holder.lots(),
                    Comparator.<TaxLot>comparingInt(lot -> CanonicalOrder.at(symbols, lot.symbol()))
                            .thenComparing(TaxLot::acquired)
                            .thenComparing(TaxLot::id));
            own.forEach(lot -> hold(CanonicalOrder.at(symbols, lot.symbol()), lot));
            if (holder.tradable()) open(account, own);
        }
        lots.allocate();
        for (int position = 0; position < positions.count; position++) {
            BigDecimal price = securities.get(positions.security[position]).price();
            boolean taxable = accounts.get(positions.account[position]).taxable();
            for (int lot = positions.lotStart[position]; lot < positions.lotStart[position + 1]; lot++)
                lots.describe(lot, price, taxable, request.asOf());
        }
    }

    private void hold(int security, TaxLot lot) {
        double cents = Cents.of(lot.quantity().multiply(securities.get(security).price()));
        heldSecurity[security] += cents;
        for (int tier = classOf[security]; tier >= 0; tier = parentOf[tier]) heldClass[tier] += cents;
    }

    private void open(int account, List<TaxLot> own) {
        int next = 0;
        for (int security = 0; security < securities.size(); security++) {
            String symbol = securities.get(security).symbol();
            int start = next;
            while (next < own.size() && own.get(next).symbol().equals(symbol)) lots.add(own.get(next++));
            boolean buyable = securities.get(security).buyable();
            if (next > start || buyable) positions.add(account, security, buyable, lots.lot.size());
        }
    }

    /** The yearly tax cost per dollar of holding the security of a position in its account. */
    double drag(int position) {
        String assetClass = securities.get(positions.security[position]).assetClass();
        BigDecimal drag = accounts.get(positions.account[position]).drag().get(assetClass);
        return drag == null ? 0 : drag.doubleValue();
    }

    /** The cents of a position's lots, sellable or not. */
    double held(int position) {
        double cents = 0;
        for (int lot = positions.lotStart[position]; lot < positions.lotStart[position + 1]; lot++)
            cents += lots.cents[lot];
        return cents;
    }
}
