package org.driftgate.rebalancing;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A household as a linear program written row by row from the request, in thousands of dollars: one variable per lot,
 * purchase, end cash and deviation. Shares no code with the engine. Caps by volume, which the engine splits over accounts
 * by a rule of its own, and kept drift are not in it.
 */
final class HouseholdReferee {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    /** A need that is missed by what the solver allows as a rule would cost a tenth of a cent. */
    private static final String TOLERANCES = "primal_feasibility_tolerance: 1e-11 dual_feasibility_tolerance: 1e-11";

    private final RebalancingRequest request;
    private final RefereeTerms terms;
    private final MPSolver solver;
    private final Map<String, TradedSecurity> security = new HashMap<>();
    private final Map<String, TaxPosition> unit = new HashMap<>();
    private final Map<String, String> parent = new HashMap<>();
    private final Map<String, List<MPVariable>> bought = new HashMap<>();
    private final Map<String, List<MPVariable>> sold = new HashMap<>();
    private final Map<String, Double> held = new HashMap<>();
    private final List<MPVariable> cash = new ArrayList<>();
    private final Map<String, MPConstraint> cashOf = new HashMap<>();
    private final Map<String, MPConstraint> budgetOf = new HashMap<>();
    private final Map<RefereeRegion.Edge, MPConstraint> edges = new IdentityHashMap<>();
    private final MPConstraint turnover;
    private double value;
    private double constant;

    private HouseholdReferee(RebalancingRequest request, RefereeTerms terms) {
        this.request = request;
        this.terms = terms;
        Loader.loadNativeLibraries();
        solver = MPSolver.createSolver("GLOP");
        solver.setSolverSpecificParametersAsString(TOLERANCES);
        turnover = solver.makeConstraint(-INFINITY, INFINITY);
    }

    /** The least objective in dollars; positive infinity where no plan ends in the regions asked. */
    static double optimum(RebalancingRequest request, RefereeTerms terms) {
        return new HouseholdReferee(request, terms).solve();
    }

    private double solve() {
        for (TradedSecurity row : request.securities()) security.put(row.symbol(), row);
        for (TaxPosition row : request.taxUnits()) unit.put(row.id(), row);
        for (ClassTarget row : request.classes()) if (row.parent() != null) parent.put(row.id(), row.parent());
        for (TradedAccount account : request.accounts()) {
            value += thousands(cash(account)) - thousands(account.need());
            for (TaxLot lot : account.lots()) {
                double cents = worth(lot);
                value += cents;
                held.merge(lot.symbol(), cents, Double::sum);
            }
        }
        for (CashCall call : due()) if (call.into() == null) value -= thousands(call.amount());
        value = Math.max(0, value);
        limits();
        regions();
        request.accounts().forEach(this::account);
        due().forEach(this::call);
        for (TradedSecurity row : request.securities()) drift(row.target(), List.of(row.symbol()));
        for (ClassTarget tier : request.classes())
            drift(
                    tier.target(),
                    request.securities().stream()
                            .filter(row -> isUnder(row.assetClass(), tier.id()))
                            .map(TradedSecurity::symbol)
                            .toList());
        cashClass();
        solver.objective().setMinimization();
        double optimum = found(solver.solve());
        solver.delete();
        return optimum;
    }

    private double found(MPSolver.ResultStatus status) {
        if (status == MPSolver.ResultStatus.OPTIMAL) return (solver.objective().value() + constant) * 1000;
        if (status == MPSolver.ResultStatus.INFEASIBLE && !edges.isEmpty()) return INFINITY;
        throw new IllegalStateException("no optimum: " + status);
    }

    /** The region of each unit: what its totals may reach beside the year so far. */
    private void regions() {
        terms.regions().forEach((id, region) -> {
            for (RefereeRegion.Edge edge : region.edges())
                edges.put(edge, solver.makeConstraint(-INFINITY, edge.left(unit.get(id))));
            constant += region.offset(unit.get(id)) / 1000;
        });
    }

    /** The limits are rows, exceeded at what the engine charges at most; with a price of their own they are none. */
    private void limits() {
        BigDecimal most = request.policy().limits().turnover();
        if (terms.limitsAreRows() && most != null) atMost(turnover, 2 * most.doubleValue() * value, 50);
        for (TaxPosition row : request.taxUnits()) {
            MPConstraint gains = solver.makeConstraint(-INFINITY, INFINITY);
            BigDecimal budget = row.budget();
            if (terms.limitsAreRows() && budget != null) atMost(gains, thousands(budget), 400);
            budgetOf.put(row.id(), gains);
        }
    }

    private void atMost(MPConstraint row, double most, double price) {
        row.setUb(most);
        row.setCoefficient(variable(0, price), -1);
    }

    private boolean isUnder(String assetClass, String above) {
        for (String tier = assetClass; tier != null; tier = parent.get(tier)) if (tier.equals(above)) return true;
        return false;
    }

    private void account(TradedAccount account) {
        double free = thousands(cash(account)) - thousands(account.need());
        MPVariable end = variable(-INFINITY, request.policy().idleCashCost().doubleValue());
        cash.add(end);
        MPConstraint identity = solver.makeConstraint(free, free);
        identity.setCoefficient(end, 1);
        cashOf.put(account.id(), identity);
        if (account.tradable()) {
            account.lots().forEach(lot -> sale(account, lot, identity));
            request.securities().stream()
                    .filter(TradedSecurity::buyable)
                    .filter(row -> terms.choice(row.symbol()) == WashChoice.BUY)
                    .filter(row -> !account.barred().containsKey(row.symbol()))
                    .forEach(row -> purchase(account, row, identity));
        }
        if (account.tradable() && isHolding())
            account.lots().forEach(lot -> constant += worth(lot) * drag(account, lot.symbol()));
        double floorOf = Math.max(thousands(account.reserve()), arriving(account) - thousands(account.need()));
        MPVariable breached = solver.makeNumVar(0, floorOf, "");
        MPVariable missing = variable(0, 4096);
        solver.objective().setCoefficient(breached, 1024);
        MPConstraint floor = solver.makeConstraint(floorOf, INFINITY);
        floor.setCoefficient(end, 1);
        floor.setCoefficient(breached, 1);
        floor.setCoefficient(missing, 1);
    }

    private void sale(TradedAccount account, TaxLot lot, MPConstraint identity) {
        if (lot.blocked() != null || worth(lot) <= 0) return;
        var priced = new RefereeLot(request, terms, account, lot, dollars(lot));
        if (priced.isBanned()) return;
        TradedSecurity what = security.get(lot.symbol());
        double fee = what.redemptionFee().doubleValue();
        double drag = isHolding() ? drag(account, lot.symbol()) : 0;
        MPVariable part = solver.makeNumVar(priced.mustGo() ? worth(lot) : 0, worth(lot), "");
        double price = priced.key(fee) - drag + what.costPerDollar().doubleValue() + terms.turnover();
        solver.objective().setCoefficient(part, price);
        identity.setCoefficient(part, -1);
        turnover.setCoefficient(part, 1);
        if (account.taxable()) counted(account.taxUnit(), priced, part);
        sold.computeIfAbsent(lot.symbol(), key -> new ArrayList<>()).add(part);
    }

    private void counted(String taxUnit, RefereeLot lot, MPVariable part) {
        budgetOf.get(taxUnit).setCoefficient(part, lot.counted());
        RefereeRegion region = terms.regions().get(taxUnit);
        if (region == null) return;
        for (RefereeRegion.Edge edge : region.edges()) edges.get(edge).setCoefficient(part, lot.netted(edge));
    }

    private boolean isHolding() {
        return request.policy().location() == RebalancingPolicy.Location.HOLDING;
    }

    private void purchase(TradedAccount account, TradedSecurity row, MPConstraint identity) {
        double cost = row.costPerDollar().doubleValue() + terms.turnover();
        MPVariable part = variable(0, cost + drag(account, row.symbol()) + 1e-6 * row.rank());
        identity.setCoefficient(part, 1);
        turnover.setCoefficient(part, 1);
        bought.computeIfAbsent(row.symbol(), key -> new ArrayList<>()).add(part);
    }

    private List<CashCall> due() {
        LocalDate last = request.asOf().plusDays(request.policy().limits().horizonDays());
        return request.movements().calls().stream()
                .filter(call -> !call.due().isAfter(last))
                .toList();
    }

    private double arriving(TradedAccount account) {
        return due().stream()
                .filter(call -> account.id().equals(call.into()))
                .mapToDouble(call -> thousands(call.amount()))
                .sum();
    }

    private BigDecimal cash(TradedAccount account) {
        BigDecimal cash = account.cash();
        for (var paidIn : request.movements().contributions())
            if (paidIn.posted() && paidIn.account().equals(account.id())) cash = cash.add(paidIn.amount());
        return cash;
    }

    private void call(CashCall call) {
        MPConstraint paid = solver.makeConstraint(thousands(call.amount()), thousands(call.amount()));
        paid.setCoefficient(variable(0, 2048), 1);
        for (CashCall.Source source : call.sources()) {
            boolean open = request.accounts().stream()
                    .anyMatch(account -> account.tradable() && account.id().equals(source.account()));
            if (!open) continue;
            MPVariable drawn = variable(0, source.price().doubleValue());
            paid.setCoefficient(drawn, 1);
            cashOf.get(source.account()).setCoefficient(drawn, 1);
            if (call.into() != null) cashOf.get(call.into()).setCoefficient(drawn, -1);
        }
    }

    private void drift(DriftTarget target, List<String> symbols) {
        if (target == null) return;
        double now = symbols.stream()
                .mapToDouble(symbol -> held.getOrDefault(symbol, 0.0))
                .sum();
        MPConstraint low = solver.makeConstraint(edge(target.low()) - now, INFINITY);
        MPConstraint high = solver.makeConstraint(-INFINITY, edge(target.high()) - now);
        for (String symbol : symbols) {
            for (MPVariable part : bought.getOrDefault(symbol, List.of())) both(low, high, part, 1);
            for (MPVariable part : sold.getOrDefault(symbol, List.of())) both(low, high, part, -1);
        }
        outside(target, low, high);
    }

    private void cashClass() {
        DriftTarget target = request.cash();
        if (target == null) return;
        MPConstraint low = solver.makeConstraint(edge(target.low()), INFINITY);
        MPConstraint high = solver.makeConstraint(-INFINITY, edge(target.high()));
        for (MPVariable end : cash) both(low, high, end, 1);
        outside(target, low, high);
    }

    /** In whole cents. */
    private double edge(BigDecimal weight) {
        BigDecimal dollars = BigDecimal.valueOf(Math.round(value * 100_000), 2);
        return thousands(weight.multiply(dollars).setScale(2, RoundingMode.HALF_EVEN));
    }

    private void outside(DriftTarget target, MPConstraint low, MPConstraint high) {
        double price = target.price() == null ? 8 : target.price().doubleValue();
        low.setCoefficient(variable(0, price), 1);
        high.setCoefficient(variable(0, price), -1);
    }

    private static void both(MPConstraint low, MPConstraint high, MPVariable part, double sign) {
        low.setCoefficient(part, sign);
        high.setCoefficient(part, sign);
    }

    private MPVariable variable(double low, double price) {
        MPVariable variable = solver.makeNumVar(low, INFINITY, "");
        solver.objective().setCoefficient(variable, price);
        return variable;
    }

    private double drag(TradedAccount account, String symbol) {
        BigDecimal drag = account.drag().get(security.get(symbol).assetClass());
        return drag == null ? 0 : drag.doubleValue();
    }

    private double dollars(TaxLot lot) {
        return lot.quantity().multiply(security.get(lot.symbol()).price()).doubleValue();
    }

    private double worth(TaxLot lot) {
        BigDecimal dollars = lot.quantity().multiply(security.get(lot.symbol()).price());
        return thousands(dollars.setScale(2, RoundingMode.HALF_EVEN));
    }

    private static double thousands(BigDecimal dollars) {
        return dollars.doubleValue() / 1000;
    }
}
