package org.driftgate.rebalancing;

/**
 * A second search where whole shares cost much (specification §6.1): one share more or less in one position after the
 * other, however dear, with the others searched again around it. It gets past what steps of one or two shares cannot:
 * a gains budget, a turnover limit or a frozen loss that several positions share.
 */
final class ShareTrials {

    /** What whole shares must cost, in cents, for a second search. */
    private static final double WORTH_A_SEARCH = 2_000;

    private static final int MOST_POSITIONS = 128;
    private static final double CENT = 1;

    private final Solution solution;
    private final Plan fractional;
    private final WholeShares search;
    private Plan best;
    private double least;

    private ShareTrials(Solution solution, Plan fractional, WholeShares search) {
        this.solution = solution;
        this.fractional = fractional;
        this.search = search;
        best = fractional.moved(solution, search.trades());
        least = objective(best);
    }

    /** The plan at which a search has ended, or a better one near it. */
    static Plan of(Solution solution, Plan fractional, WholeShares search) {
        var trials = new ShareTrials(solution, fractional, search);
        boolean few = solution.problem.positions.count <= MOST_POSITIONS;
        if (few && trials.least > trials.objective(fractional) + WORTH_A_SEARCH) while (trials.improves()) {}
        return trials.best;
    }

    private boolean improves() {
        double before = least;
        for (int position = 0; position < solution.problem.positions.count; position++)
            for (int side = ShareSteps.UP; side <= ShareSteps.DOWN; side++) attempt(position, side);
        return least < before;
    }

    private void attempt(int position, int side) {
        double[] before = search.trades();
        boolean keeps = search.searchAround(position, side);
        Plan next = fractional.moved(solution, search.trades());
        double cost = keeps ? objective(next) : Double.POSITIVE_INFINITY;
        if (cost < least - CENT) {
            best = next;
            least = cost;
        } else search.restore(before);
    }

    private double objective(Plan plan) {
        return solution.objective(solution.valueAfterCosts(plan));
    }
}
