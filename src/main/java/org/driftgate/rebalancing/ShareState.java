package org.driftgate.rebalancing;

/** Where the household stands while shares are moved, in cents, and what classes and cash cost there. */
final class ShareState {

    final HouseholdProblem problem;
    final double[] trade;
    private final double[] endCash;
    private final double[] endSecurity;
    private final double[] endClass;
    private double allCash;

    ShareState(HouseholdProblem problem) {
        this.problem = problem;
        trade = new double[problem.positions.count];
        endSecurity = problem.heldSecurity.clone();
        endClass = problem.heldClass.clone();
        endCash = problem.cash.clone();
        for (int account = 0; account < endCash.length; account++) {
            endCash[account] -= problem.need[account];
            allCash += endCash[account];
        }
    }

    double endCash(int account) {
        return endCash[account];
    }

    boolean affords(int account, double change) {
        return change <= 0 || endCash[account] - change >= problem.reserve[account];
    }

    double securityCost(int security, double change) {
        DriftCurve.Band band = problem.securityBand[security];
        return band.cost(endSecurity[security] + change) - band.cost(endSecurity[security]);
    }

    /** What a change in one class costs it and all above. */
    double tierCost(int tier, double change) {
        double cost = 0;
        for (int up = tier; up >= 0; up = problem.parentOf[up])
            cost += problem.classBand[up].cost(endClass[up] + change) - problem.classBand[up].cost(endClass[up]);
        return cost;
    }

    /** What changes in two classes cost together; above the class where they meet they add up. */
    double tierCost(int tier, double change, int other, double otherChange) {
        if (tier == other) return tierCost(tier, change + otherChange);
        double cost = 0;
        for (int up = tier; up >= 0; up = problem.parentOf[up]) {
            double together = isAtOrUnder(other, up) ? change + otherChange : change;
            cost += problem.classBand[up].cost(endClass[up] + together) - problem.classBand[up].cost(endClass[up]);
        }
        for (int up = other; up >= 0; up = problem.parentOf[up])
            if (!isAtOrUnder(tier, up))
                cost += problem.classBand[up].cost(endClass[up] + otherChange)
                        - problem.classBand[up].cost(endClass[up]);
        return cost;
    }

    private boolean isAtOrUnder(int tier, int above) {
        for (int up = tier; up >= 0; up = problem.parentOf[up]) if (up == above) return true;
        return false;
    }

    double cashCost(int account, double change) {
        double end = endCash[account];
        return CashCurve.cost(problem, account, end + change)
                - CashCurve.cost(problem, account, end)
                + problem.cashBand.cost(allCash + change)
                - problem.cashBand.cost(allCash);
    }

    void move(int position, double change) {
        int security = problem.positions.security[position];
        trade[position] += change;
        endSecurity[security] += change;
        for (int tier = problem.classOf[security]; tier >= 0; tier = problem.parentOf[tier]) endClass[tier] += change;
        endCash[problem.positions.account[position]] -= change;
        allCash -= change;
    }
}
