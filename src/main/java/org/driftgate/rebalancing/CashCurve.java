package org.driftgate.rebalancing;

/** The price of an account's end cash: idle above the reserve, dear below it, dearer below the need. */
final class CashCurve {

    private CashCurve() {}

    /** What an end cash costs, in cents. */
    static double cost(HouseholdProblem problem, int account, double end) {
        return idle(problem) * end + Tiers.RESERVE * breached(problem, account, end) + Tiers.NEED * missing(end);
    }

    /** What of the reserve is gone. */
    static double breached(HouseholdProblem problem, int account, double end) {
        double reserve = problem.reserve[account];
        return Math.max(0, Math.min(reserve, reserve - end));
    }

    /** What is missing for the needs. */
    static double missing(double end) {
        return Math.max(0, -end);
    }

    /** As a curve of the net purchases that leave the cash. */
    static int purchases(HouseholdProblem problem, int account, FlowNetwork network) {
        Curves curves = network.curves;
        double most = problem.reach;
        double free = problem.cash[account] - problem.need[account] - problem.paid[account];
        double idleEnd = clip(free - problem.reserve[account], most);
        double reserveEnd = clip(free, most);
        double idle = idle(problem);
        curves.begin(-most, cost(problem, account, free + most));
        curves.add(-idle, idleEnd + most);
        curves.add(Tiers.RESERVE - idle, reserveEnd - idleEnd);
        curves.add(Tiers.NEED - idle, most - reserveEnd);
        return curves.end();
    }

    /** As a curve of the end cash itself. */
    static int endCash(HouseholdProblem problem, int account, FlowNetwork network) {
        Curves curves = network.curves;
        double most = problem.reach;
        double reserve = Math.min(most, problem.reserve[account]);
        double idle = idle(problem);
        curves.begin(-most, cost(problem, account, -most));
        curves.add(idle - Tiers.NEED, most);
        curves.add(idle - Tiers.RESERVE, reserve);
        curves.add(idle, most - reserve);
        return curves.end();
    }

    /** A straight line from nothing up to some cents. */
    static int line(Curves curves, double most, double atZero, double slope) {
        curves.begin(0, atZero);
        curves.add(slope, most);
        return curves.end();
    }

    static double idle(HouseholdProblem problem) {
        return problem.idleCost;
    }

    private static double clip(double value, double most) {
        return Math.max(-most, Math.min(most, value));
    }
}
