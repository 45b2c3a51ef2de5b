package org.driftgate.rebalancing;

/**
 * Which way the ticket of each position goes, at the minimum trade or more, or not at all. With the ways given the
 * problem is convex again: a mix of plans that go these ways does so too.
 */
record TicketSides(int[] side, double least) {

    /** Those of a plan; what is smaller than the minimum goes nowhere. */
    static TicketSides of(HouseholdProblem problem, Plan plan) {
        double least = Cents.of(problem.policy.minimumTrade());
        int[] side = new int[problem.positions.count];
        for (int position = 0; position < side.length; position++) {
            double trade = plan.net(problem, position);
            if (Math.abs(trade) >= least - 0.5 && trade != 0) side[position] = trade > 0 ? 1 : -1;
        }
        return new TicketSides(side, least);
    }

    /** Cuts the curves of all positions that can go their way. */
    void cut(HouseholdNetwork household) {
        for (int position = 0; position < side.length; position++) {
            int arc = household.arc(position);
            int cut = cut(household.network.curves, household.network.curve(arc), side[position], least);
            if (cut >= 0) household.network.useCurve(arc, cut);
        }
    }

    /** The part of a curve on one side, -1 where there is none. */
    static int cut(Curves curves, int curve, int side, double least) {
        double low = side == 0 ? 0 : side > 0 ? least : curves.lowest(curve);
        double high = side == 0 ? 0 : side > 0 ? curves.highest(curve) : -least;
        boolean possible = low <= high && low >= curves.lowest(curve) && high <= curves.highest(curve);
        return possible ? curves.cut(curve, low, high) : -1;
    }
}
