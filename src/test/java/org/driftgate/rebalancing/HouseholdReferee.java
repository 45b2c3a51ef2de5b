package org.driftgate.rebalancing;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A household as a linear program written row by row from the request, in thousands of dollars: one variable per lot,
 * purchase, end cash and deviation. Shares no code with the engine. {@code harvests} says which symbols harvest.
 */
final class HouseholdReferee {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final RebalancingRequest request;
    private final Predicate<String> harvests;
    private final MPSolver solver;
    private final Map<String, TradedSecurity> security = new HashMap<>();
    private final Map<String, String> parent = new HashMap<>();
    private final Map<String, List<MPVariable>> bought = new HashMap<>();
    private final Map<String, List<MPVariable>> sold = new HashMap<>();
    private final Map<String, Double> held = new HashMap<>();
    private final List<MPVariable> cash = new ArrayList<>();
    private final Map<String, MPConstraint> cashOf = new HashMap<>();
    private final Map<String, MPConstraint> budgetOf = new HashMap<>();
    private final MPConstraint turnover;
    private double value;
    private double constant;

    private HouseholdReferee(RebalancingRequest request, Predicate<String> harvests) {
        this.request = request;
        this.harvests = harvests;
        Loader.loadNativeLibraries();
        solver = MPSolver.createSolver("GLOP");
        turnover = solver.makeConstraint(-INFINITY, INFINITY);
    }

    /** The least objective in dollars. */
    static double optimum(RebalancingRequest request, Predicate<String> harvests) {
        return new HouseholdReferee(request, harvests).solve();
    }

    private double solve() {
        for (TradedSecurity row : request.securities()) security.put(row.symbol(), row);
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
        BigDecimal most = request.policy().limits().turnover();
        if (most != null) turnover.setUb(2 * most.doubleValue() * value);
        for (TaxPosition unit : request.taxUnits()) {
            BigDecimal budget = unit.budget();
            budgetOf.put(
                    unit.id(),
                    solver.makeConstraint(-INFINITY, budget == null ? INFINITY : budget.doubleValue() / 1000));
        }
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
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) throw new IllegalStateException("no optimum");
        double optimum = (solver.objective().value() + constant) * 1000;
        solver.delete();
        return optimum;
    }

    private boolean isUnder(String assetClass, String above) {
        for (String tier = assetClass; tier != null; tier = parent.get(tier)) if (tier.equals(above)) return true;
        return false;
    }

    private void account(TradedAccount account) {
        double free = thousands(cash(account)) - thousands(account.need());
        MPVariable end = variable(-INFINITY, 0.002);
        cash.add(end);
        MPConstraint identity = solver.makeConstraint(free, free);
        identity.setCoefficient(end, 1);
        cashOf.put(account.id(), identity);
        if (account.tradable()) {
            account.lots().forEach(lot -> sale(account, lot, identity));
            request.securities().stream()
                    .filter(TradedSecurity::buyable)
                    .filter(row -> !harvests.test(row.symbol()))
                    .filter(row -> !account.barred().containsKey(row.symbol()))
                    .forEach(row -> purchase(account, row, identity));
        }
        if (account.tradable()) account.lots().forEach(lot -> constant += worth(lot) * drag(account, lot.symbol()));
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
        if (lot.blocked() != null) return;
        double gain = lot.basis() == null ? 1 : 1 - lot.basis().doubleValue() / dollars(lot);
        boolean loss = lot.basis() == null || gain < 0;
        LocalDate year = lot.acquired().plusYears(1);
        double rate = request.asOf().isAfter(year) ? 0.238 : 0.408;
        double tax = account.taxable() ? rate * gain : 0;
        if (account.taxable() && loss && !harvests.test(lot.symbol())) tax = Math.max(0, tax) + 480;
        double price = tax - drag(account, lot.symbol()) + 0.0005;
        MPVariable part = solver.makeNumVar(0, worth(lot), "");
        solver.objective().setCoefficient(part, price);
        identity.setCoefficient(part, -1);
        turnover.setCoefficient(part, 1);
        boolean frozen = loss && !harvests.test(lot.symbol());
        double counted =
                frozen || request.policy().budget() == RebalancingPolicy.Budget.GROSS ? Math.max(0, gain) : gain;
        if (account.taxable()) budgetOf.get(account.taxUnit()).setCoefficient(part, counted);
        sold.computeIfAbsent(lot.symbol(), key -> new ArrayList<>()).add(part);
    }

    private void purchase(TradedAccount account, TradedSecurity row, MPConstraint identity) {
        MPVariable part = variable(0, 0.0005 + drag(account, row.symbol()) + 1e-6 * row.rank());
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
        MPConstraint low = solver.makeConstraint(value * target.low().doubleValue() - now, INFINITY);
        MPConstraint high =
                solver.makeConstraint(-INFINITY, value * target.high().doubleValue() - now);
        for (String symbol : symbols) {
            for (MPVariable part : bought.getOrDefault(symbol, List.of())) both(low, high, part, 1);
            for (MPVariable part : sold.getOrDefault(symbol, List.of())) both(low, high, part, -1);
        }
        outside(target, low, high);
    }

    private void cashClass() {
        DriftTarget target = request.cash();
        if (target == null) return;
        MPConstraint low = solver.makeConstraint(value * target.low().doubleValue(), INFINITY);
        MPConstraint high =
                solver.makeConstraint(-INFINITY, value * target.high().doubleValue());
        for (MPVariable end : cash) both(low, high, end, 1);
        outside(target, low, high);
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
        return Math.round(dollars(lot) * 100) / 100_000.0;
    }

    private static double thousands(BigDecimal dollars) {
        return dollars.doubleValue() / 1000;
    }

    /** Symbols that harvest in a solution. */
    static Predicate<String> harvesting(Solution solution) {
        Set<String> symbols = new java.util.HashSet<>();
        for (int index = 0; index < solution.groups.groupOf.length; index++)
            if (!solution.choices[solution.groups.groupOf[index]].freezesLosses())
                symbols.add(solution.problem.securities.get(index).symbol());
        return symbols::contains;
    }
}
