package org.driftgate.rebalancing;

/** What is sold of each lot, bought in each position and drawn from each source of a cash call, in cents. */
final class Plan {

    static final double TINY = 1e-3;

    final double[] sold;
    final double[] bought;

    final double[] drawn;

    private Plan(double[] sold, double[] bought, double[] drawn) {
        this.sold = sold;
        this.bought = bought;
        this.drawn = drawn;
    }

    static Plan nothing(HouseholdProblem problem) {
        return new Plan(
                new double[problem.lots.cents.length],
                new double[problem.positions.count],
                new double[problem.calls.sources()]);
    }

    /** Reads the trades off the arcs of the positions: below zero the lots in order of their price. */
    static Plan of(HouseholdProblem problem, LotStack stack, WashGroups groups, WashChoice[] choices, double[] trades) {
        Plan plan = nothing(problem);
        for (int position = 0; position < trades.length; position++) {
            WashChoice choice = choices[groups.groupOf[problem.positions.security[position]]];
            if (trades[position] > 0) plan.bought[position] = trades[position];
            else plan.sell(problem, stack, position, -trades[position], choice);
        }
        return plan;
    }

    /** Whether a position trades so many cents in this plan. */
    boolean keeps(HouseholdProblem problem, int position, double trade) {
        return Math.abs(net(problem, position) - trade) < 0.5;
    }

    /** Other trades per position; where they are the same the lots stay too, elsewhere as many as can. */
    Plan moved(Solution solution, double[] trades) {
        HouseholdProblem problem = solution.problem;
        var kept = new KeptLots(solution, this);
        Plan plan = nothing(problem);
        for (int position = 0; position < trades.length; position++) {
            if (keeps(problem, position, trades[position])) plan.copy(problem, position, this);
            else if (trades[position] > 0) plan.bought[position] = trades[position];
            else kept.sell(position, -trades[position], (lot, cents) -> plan.sold[lot] = cents);
        }
        return plan.drawing(drawn);
    }

    private void copy(HouseholdProblem problem, int position, Plan of) {
        bought[position] = of.bought[position];
        int start = problem.positions.lotStart[position];
        System.arraycopy(of.sold, start, sold, start, problem.positions.lotStart[position + 1] - start);
    }

    /** The same trades with other draws. */
    Plan drawing(double[] amounts) {
        return new Plan(sold, bought, amounts);
    }

    private void sell(HouseholdProblem problem, LotStack stack, int position, double amount, WashChoice choice) {
        int[] order = stack.order(choice);
        double left = amount;
        for (int index = problem.positions.lotStart[position]; left > 0; index++) {
            if (index == problem.positions.lotStart[position + 1])
                throw new IllegalStateException("position %d oversold by %s cents".formatted(position, left));
            int lot = order[index];
            if (!stack.isSellable(lot)) continue;
            sold[lot] = Math.min(left, problem.lots.cents[lot]);
            left -= sold[lot];
        }
    }

    double sold(HouseholdProblem problem, int position) {
        double cents = 0;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            cents += sold[lot];
        return cents;
    }

    /** Bought less sold. */
    double net(HouseholdProblem problem, int position) {
        return bought[position] - sold(problem, position);
    }

    /**
     * This plan in a share of itself and another in the rest, lot by lot. Where the mix sells and buys the same, the
     * smaller is cancelled against the dearest lots; by convexity that never costs.
     */
    Plan mixedWith(Plan other, double share, HouseholdProblem problem, LotStack stack, WashView wash) {
        Plan mix = nothing(problem);
        for (int lot = 0; lot < sold.length; lot++)
            mix.sold[lot] = snapped(share * sold[lot] + (1 - share) * other.sold[lot], problem.lots.cents[lot]);
        for (int source = 0; source < drawn.length; source++)
            mix.drawn[source] = share * drawn[source] + (1 - share) * other.drawn[source];
        for (int position = 0; position < bought.length; position++) {
            mix.bought[position] = share * bought[position] + (1 - share) * other.bought[position];
            mix.cancel(problem, position, stack.order(wash.of(position)));
        }
        return mix;
    }

    /** Nothing and the whole of a lot are kept exactly. */
    static double snapped(double cents, double all) {
        if (cents < TINY) return 0;
        return cents > all - TINY ? all : cents;
    }

    private void cancel(HouseholdProblem problem, int position, int[] order) {
        double both = Math.min(bought[position], sold(problem, position));
        bought[position] -= both;
        for (int index = problem.positions.lotStart[position + 1] - 1; both > 0; index--) {
            if (index < problem.positions.lotStart[position]) break;
            double back = Math.min(both, sold[order[index]]);
            sold[order[index]] -= back;
            both -= back;
        }
    }
}
