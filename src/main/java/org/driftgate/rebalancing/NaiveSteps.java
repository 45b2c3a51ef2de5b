package org.driftgate.rebalancing;

/** How much of a trade that somebody would like is whole shares and leaves the limits kept; in cents. */
final class NaiveSteps {

    private static final double ROUNDING = 1e-6;

    /** The smallest ticket. */
    final double least;

    private final HouseholdProblem problem;
    private final LimitRoom room;

    NaiveSteps(HouseholdProblem problem, LimitRoom room) {
        this.problem = problem;
        this.room = room;
        least = Cents.of(problem.policy.minimumTrade());
    }

    /** A sale of at least so much more, whole shares or all down to the lowest trade that there may be. */
    double sale(int position, double trade, double cents, double lowest) {
        double share = share(position);
        double next = Math.floor((trade - cents) / share + ROUNDING) * share;
        boolean all = next <= lowest && lowest <= -problem.held(position) + ROUNDING;
        if (all) return lowest - trade;
        return Math.min(0, Math.max(next, Math.ceil(lowest / share - ROUNDING) * share) - trade);
    }

    /** A purchase of at most so much more. */
    double purchase(int position, double cents) {
        double share = share(position);
        return Math.max(0, Math.floor(cents / share + ROUNDING) * share);
    }

    /** The most of a change that no limit forbids. */
    double allowed(int position, double change) {
        if (change == 0 || room.allows(position, change)) return change;
        double share = Math.copySign(share(position), change);
        double kept = 0;
        double broken = Math.ceil(change / share);
        while (broken - kept > 1) {
            double middle = Math.floor((kept + broken) / 2);
            if (room.allows(position, middle * share)) kept = middle;
            else broken = middle;
        }
        return kept * share;
    }

    private double share(int position) {
        if (!problem.isWhole(position)) return 1;
        int security = problem.positions.security[position];
        return problem.securities.get(security).price().doubleValue() * 100;
    }
}
