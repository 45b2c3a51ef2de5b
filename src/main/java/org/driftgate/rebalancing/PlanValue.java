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
        endCash = problem.cash.clone();
        endSecurity = problem.heldSecurity.clone();
        endClass = problem.heldClass.clone();
        for (int account = 0; account < endCash.length; account++)
            endCash[account] -= problem.need[account] + problem.paid[account];
        problem.calls.apply(plan.drawn, endCash);
        draws = problem.calls.cost(plan.drawn);
        double costs = 0;
        double priced = 0;
        double changing = 0;
        double drag = 0;
        boolean holding = problem.policy.location() == RebalancingPolicy.Location.HOLDING;
        for (int position = 0; position < plan.bought.length; position++) {
            double bought = plan.bought[position];
            double sold = plan.sold(problem, position);
            int security = problem.positions.security[position];
            TradedSecurity traded = problem.securities.get(security);
            changing += bought + sold;
            double cents = problem.cost[security] * (bought + sold)
                    + traded.redemptionFee().doubleValue() * sold;
            costs += cents;
            priced += cents + PositionCurve.RANK_PENALTY * traded.rank() * bought;
            drag += problem.drag(position) * (holding ? problem.held(position) + bought - sold : bought);
            endCash[problem.positions.account[position]] += sold - bought;
            endSecurity[security] += bought - sold;
            for (int tier = problem.classOf[security]; tier >= 0; tier = problem.parentOf[tier])
                endClass[tier] += bought - sold;
        }
        cost = costs;
        trading = priced;
        location = drag;
        double idle = 0;
        double idlePrice = problem.policy.idleCashCost().doubleValue();
        double lacking = 0;
        double allCash = 0;
        for (int account = 0; account < endCash.length; account++) {
            idle += idlePrice * endCash[account];
            lacking += Tiers.RESERVE * CashCurve.breached(problem, account, endCash[account])
                    + Tiers.NEED * CashCurve.missing(endCash[account]);
            allCash += endCash[account];
        }
        cash = idle;
        shortages = lacking + problem.calls.shortage(plan.drawn);
        var drifts = new DriftTotals(problem, endSecurity, endClass, allCash);
        drift = drifts.cost;
        hardBreach = drifts.hardBreach;
        outside = drifts.outside;
        deviation = drifts.deviation;
        budget = sales.budget + prices.turnover() * changing + prices.drift() * 2 * deviation;
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
