package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Keeps gains budgets and turnover within their limits (specification §4.1, §4.2): prices on gains and trades, found as
 * the multipliers of the cheapest mix of the plans found so far, each price giving the next plan. With one limit that is
 * the search where the lines of two plans cross. Exact for the wash choices at hand; they are searched again at the
 * prices found, and one by one within the limits where they are few. A need, a cash call, a reserve and a frozen loss are dearer than a limit, which is then reported as not
 * met.
 */
final class LinearLimit {

    private static final int MOST_TRIALS = 120;
    private static final double CENT = 1;

    private final HouseholdProblem problem;
    private final List<PlanLimit> limits;
    private final List<Solution> columns = new ArrayList<>();

    private LinearLimit(HouseholdProblem problem, List<PlanLimit> limits) {
        this.problem = problem;
        this.limits = limits;
    }

    /** Applies the limits to a plan found without; one that keeps them stays as it is. */
    static Limited apply(TaxRounds.Priced free) {
        HouseholdProblem problem = free.solution().problem;
        List<PlanLimit> limits = PlanLimit.of(problem);
        if (limits.isEmpty() || limits.stream().allMatch(limit -> limit.isKept(free.solution(), free.plan())))
            return Limited.free(free);
        Limited first = new LinearLimit(problem, limits).search(free.solution());
        TaxPrices prices = first.isWithin() ? first.priced().prices : dearest(free.solution().prices, limits);
        Solution again = Solution.searching(problem, prices);
        Limited best = first;
        if (!Arrays.equals(again.choices, first.priced().choices)) best = better(at(again, limits), first);
        return byRegion(flipped(best, limits), limits);
    }

    /** Other wash choices that cost less at the prices of the limits and within the limits too: a loss makes room for gains. */
    private static Limited flipped(Limited start, List<PlanLimit> limits) {
        Limited best = start;
        List<WashChoice[]> others = ChoiceFlips.of(start.priced());
        for (int flip = 0; best.isWithin() && flip < others.size(); ) {
            Solution other = best.priced().withChoices(others.get(flip++));
            if (other.bound >= best.priced().bound - CENT) continue;
            Limited next = at(other, limits);
            if (better(next, best) == best) continue;
            best = next;
            others = ChoiceFlips.of(best.priced());
            flip = 0;
        }
        return best;
    }

    private static Limited at(Solution solution, List<PlanLimit> limits) {
        return new LinearLimit(solution.problem, limits).search(solution.withPrices(solution.prices.withoutLimits()));
    }

    /** Netted tax and limits together, one tax region after the other; with too many units the plan stays as it is. */
    private static Limited byRegion(Limited limited, List<PlanLimit> limits) {
        HouseholdProblem problem = limited.priced().problem;
        boolean netted = problem.policy.tax() == RebalancingPolicy.Tax.NETTED;
        int units = problem.units.size();
        if (!netted || units > JointTaxSearch.MOST_UNITS || !limited.isWithin()) return limited;
        TaxPriceSearch.Netted found =
                units == 1 ? TaxPriceSearch.within(limited, limits) : JointTaxSearch.within(limited, limits);
        NettedPlan best = found.plan();
        return new Limited(best.solution, best.plan, Math.max(limited.bound(), found.bound()), limited.obstacles());
    }

    /** The cheapest mix of plans like one without limits that keeps them. */
    static Plan mixed(Solution free, List<PlanLimit> limits) {
        return new LinearLimit(free.problem, limits).search(free).plan();
    }

    private static Limited better(Limited next, Limited than) {
        if (next.isWithin() != than.isWithin()) return next.isWithin() ? next : than;
        return next.objective() < than.objective() - CENT ? next : than;
    }

    private Limited search(Solution free) {
        double[] most = limits.stream().mapToDouble(PlanLimit::most).toArray();
        double[] dearest = limits.stream().mapToDouble(PlanLimit::dearest).toArray();
        columns.add(free);
        var mix = new ColumnMix(most, dearest, cost(free), amounts(free));
        for (int trial = 0; trial < MOST_TRIALS; trial++) {
            double[] shares = mix.solve();
            double[] prices = mix.prices();
            Solution next = columns.get(columns.size() - 1).withPrices(priced(free.prices, limits, prices));
            double line = cost(next);
            for (int row = 0; row < prices.length; row++) line += prices[row] * (amounts(next)[row] - most[row]);
            if (line >= mix.value() - CENT) return mixed(next, shares, prices);
            columns.add(next);
            mix.add(cost(next), amounts(next));
        }
        throw new IllegalStateException(
                "limits of %s not met in %d trials".formatted(problem.request.household(), MOST_TRIALS));
    }

    private Limited mixed(Solution at, double[] shares, double[] prices) {
        Plan plan = null;
        double share = 0;
        for (int column = 0; column < shares.length; column++) {
            if (shares[column] <= 0) continue;
            share += shares[column];
            Plan next = columns.get(column).plan;
            plan = plan == null ? next : next.mixedWith(plan, shares[column] / share, problem, at.stack, at.wash());
        }
        if (plan == null) throw new IllegalStateException("a mix of nothing");
        boolean netted = problem.policy.tax() == RebalancingPolicy.Tax.NETTED;
        double bound = at.bound + (netted ? TaxMinorant.slack(at, -1) : 0);
        for (int row = 0; row < prices.length; row++) bound -= prices[row] * reached(at, plan, limits.get(row));
        return new Limited(at, plan, bound, obstacles(at, plan));
    }

    /** The limit, or where it cannot be met what the plan reaches: the bound of what is then asked. */
    private static double reached(Solution at, Plan plan, PlanLimit limit) {
        return Math.max(limit.most(), limit.amount(at, plan));
    }

    private List<Obstacle> obstacles(Solution at, Plan plan) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (PlanLimit limit : limits)
            if (!limit.isDrift() && !limit.isKept(at, plan))
                obstacles.add(limit.broken(problem, least(at, plan, limit)));
        return obstacles;
    }

    /** The least of one limit alone, whatever the others say. */
    private double least(Solution at, Plan plan, PlanLimit limit) {
        Solution least = at.withPrices(dearest(at.prices.withoutLimits(), List.of(limit)));
        return Math.min(limit.amount(at, plan), limit.amount(least, least.plan));
    }

    private static TaxPrices dearest(TaxPrices prices, List<PlanLimit> limits) {
        double[] dearest = limits.stream().mapToDouble(PlanLimit::dearest).toArray();
        return priced(prices, limits, dearest);
    }

    /** Prices with those of the limits. */
    static TaxPrices priced(TaxPrices prices, List<PlanLimit> limits, double[] ofLimit) {
        double[] gains = prices.budget().clone();
        double turnover = prices.turnover();
        double drift = prices.drift();
        for (int row = 0; row < ofLimit.length; row++) {
            if (limits.get(row).isTurnover()) turnover = ofLimit[row];
            else if (limits.get(row).isDrift()) drift = ofLimit[row];
            else gains[limits.get(row).unit()] = ofLimit[row];
        }
        return prices.withLimits(gains, turnover, drift);
    }

    private double cost(Solution solution) {
        return solution.value.objective() - solution.value.budget;
    }

    private double[] amounts(Solution solution) {
        return limits.stream()
                .mapToDouble(limit -> limit.amount(solution, solution.plan))
                .toArray();
    }
}
