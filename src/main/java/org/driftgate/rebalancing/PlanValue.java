package org.driftgate.rebalancing;

import java.util.Arrays;

/**
 * The objective of a plan, term by term in cents, counted from lots, cash and weights without the network
 * (specification §1.2), so that builder, solver and decoder are checked by it.
 */
final class PlanValue {

    final double tax;
    final double waiting;
    /** What the prices of gains budgets, turnover and kept drift add; no cost of the plan. */
    final double budget;

    /** Spreads and fees. */
    final double cost;
    /** The same with what prefers the first fund of a class, a price and no cost. */
    final double trading;

    final double location;
    final double cash;
    final double draws;
    final double drift;
    final double shortages;
    final double frozen;
    final double[] endCash;
    final double[] endSecurity;
    final double[] endClass;
    /** By tax unit. */
    final double[] shortGain;

    final double[] longGain;
    final double[] taxOf;
    /** Dollars outside hard bands. */
    final double hardBreach;

    final double outside;
    /** Half of what is away from the middle of its band, summed over the top classes and cash. */
    final double deviation;

    static PlanValue of(HouseholdProblem problem, LotStack stack, TaxPrices prices, Plan plan, WashView wash) {
        return new PlanValue(problem, stack, prices, plan, wash);
    }

    private PlanValue(HouseholdProblem problem, LotStack stack, TaxPrices prices, Plan plan, WashView wash) {
        var sales = new SaleTotals(problem, stack, prices, plan, wash);
        taxOf = sales.taxOf;
        tax = Arrays.stream(taxOf).sum();
        waiting = sales.waiting;
        frozen = sales.frozen;
        shortGain = sales.shortGain;
        longGain = sales.longGain;
        var trades = new TradeTotals(problem, plan);
        endCash = trades.endCash;
        endSecurity = trades.endSecurity;
        endClass = trades.endClass;
        cost = trades.cost;
        trading = trades.priced;
        location = trades.location;
        var cashes = new CashTotals(problem, endCash);
        cash = cashes.idle;
        draws = problem.calls.cost(plan.drawn);
        shortages = cashes.lacking + problem.calls.shortage(plan.drawn);
        var drifts = new DriftTotals(problem, endSecurity, endClass, cashes.all);
        drift = drifts.cost;
        hardBreach = drifts.hardBreach;
        outside = drifts.outside;
        deviation = drifts.deviation;
        budget = sales.budget + prices.turnover() * trades.changing + prices.drift() * 2 * deviation;
    }

    /** The whole objective in cents. */
    double objective() {
        return tax + waiting + budget + trading + location + cash + draws + drift + shortages + frozen;
    }

    /** Whether a need, a reserve or a hard band could not be kept; rounding of shares is no breach. */
    boolean isInfeasible() {
        return shortages > 1 || hardBreach > 1;
    }
}
