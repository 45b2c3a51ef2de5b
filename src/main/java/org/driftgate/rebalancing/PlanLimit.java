package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A limit on a sum over a plan, in cents: the counted gains of a tax unit, all that changes hands (§4.1, §4.2), or how
 * far classes and cash end from their targets.
 */
record PlanLimit(int unit, double most) implements PlanSum {

    private static final int TURNOVER = -1;
    private static final int DRIFT = -2;

    /** No gain and no dollar is kept from trading at a higher price; gains stay below a frozen loss, all below a reserve. */
    private static final double DEAREST_GAIN = 400;

    private static final double DEAREST_TURNOVER = 50;
    private static final double DEAREST_DRIFT = 8;

    static List<PlanLimit> of(HouseholdProblem problem) {
        List<PlanLimit> limits = new ArrayList<>();
        for (int unit = 0; unit < problem.units.size(); unit++) {
            BigDecimal budget = problem.units.get(unit).budget();
            if (budget != null) limits.add(new PlanLimit(unit, Cents.of(budget)));
        }
        BigDecimal turnover = problem.policy.limits().turnover();
        if (turnover != null)
            limits.add(new PlanLimit(TURNOVER, Math.rint(2 * turnover.doubleValue() * problem.value)));
        if (problem.policy.limits().keepsDrift()) limits.add(new PlanLimit(DRIFT, problem.driftNow()));
        return limits;
    }

    boolean isTurnover() {
        return unit == TURNOVER;
    }

    @Override
    public boolean isDrift() {
        return unit == DRIFT;
    }

    double dearest() {
        if (isDrift()) return DEAREST_DRIFT;
        return isTurnover() ? DEAREST_TURNOVER : DEAREST_GAIN;
    }

    double price(TaxPrices prices) {
        if (isDrift()) return prices.drift();
        return isTurnover() ? prices.turnover() : prices.budget()[unit];
    }

    /** What of a plan counts. */
    double amount(Solution solution, Plan plan) {
        if (isDrift()) return 2 * solution.value(plan).deviation;
        double amount = 0;
        for (int position = 0; position < plan.bought.length; position++) amount += amount(solution, plan, position);
        return amount;
    }

    @Override
    public double amount(Solution solution, Plan plan, int position) {
        HouseholdProblem problem = solution.problem;
        if (isTurnover()) return plan.bought[position] + plan.sold(problem, position);
        if (problem.unitOf[problem.positions.account[position]] != unit) return 0;
        WashChoice choice = solution.wash().of(position);
        double amount = 0;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            if (plan.sold[lot] > 0) amount += solution.stack.counted(lot, choice) * plan.sold[lot];
        return amount;
    }

    @Override
    public double amount(KeptLots near, int position, double trade) {
        Solution solution = near.solution();
        if (isTurnover()) return Math.abs(trade);
        if (solution.problem.unitOf[solution.problem.positions.account[position]] != unit) return 0;
        return PlanSum.ofSale(near, position, trade, solution.stack::counted);
    }

    /** Whether a plan keeps the limit, give or take a cent. */
    boolean isKept(Solution solution, Plan plan) {
        return amount(solution, plan) <= most + 1;
    }

    Obstacle exceeded(HouseholdProblem problem, double reached) {
        String name = isTurnover()
                ? "turnover"
                : "gains of " + problem.units.get(unit).id();
        int parts = isTurnover() ? 2 : 1;
        return new Obstacle.LimitExceeded(name, Cents.dollars(most / parts), Cents.dollars(reached / parts));
    }

    Obstacle broken(HouseholdProblem problem, double least) {
        if (isTurnover()) return new Obstacle.TurnoverTooSmall(Cents.dollars(most / 2), Cents.dollars(least / 2));
        return new Obstacle.BudgetTooSmall(problem.units.get(unit).id(), Cents.dollars(most), Cents.dollars(least));
    }
}
