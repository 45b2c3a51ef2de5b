package org.driftgate.rebalancing;

/** Where the household stands while shares are moved, in cents, and what classes and cash cost there. */
final class ShareState {

    final HouseholdProblem problem;
    final double[] trade;
    private final double[] endCash;
    /** The same once tickets are rounded to cents. */
    private final double[] paidCash;

    private final TicketCents tickets;
    private final double[] endSecurity;
    private final double[] endClass;
    private final TradingCosts costs;
    private double allCash;

    ShareState(HouseholdProblem problem, double[] drawn) {
        this.problem = problem;
        costs = new TradingCosts(problem);
        trade = new double[problem.positions.count];
        endSecurity = problem.heldSecurity.clone();
        endClass = problem.heldClass.clone();
        endCash = problem.cash.clone();
        problem.calls.apply(drawn, endCash);
        for (int account = 0; account < endCash.length; account++) {
            endCash[account] -= problem.need[account];
            allCash += endCash[account];
        }
        paidCash = endCash.clone();
        tickets = new TicketCents(problem);
    }

    /** Whether an account does not keep its reserve to the cent. */
    boolean isShort(int account) {
        return Math.min(endCash[account], paidCash[account]) < problem.reserve[account];
    }

    /** Whether an account keeps its reserve when its cash changes, before and after tickets are rounded to cents. */
    boolean affords(int account, double change, double paid) {
        double reserve = problem.reserve[account];
        return (change >= 0 || endCash[account] + change >= reserve)
                && (paid >= 0 || paidCash[account] + paid >= reserve);
    }

    /** What a change of a trade brings in cash once its ticket is rounded to cents, after its cost. */
    double paid(int position, double change) {
        double now = trade[position];
        return cash(position, change) + tickets.lost(position, now) - tickets.lost(position, now + change);
    }

    /** What a change of a trade brings in cash, after its cost. */
    double cash(int position, double change) {
        return costs.cash(position, trade[position], change);
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

    /** Whether more or less cash in an account, as long as it keeps its reserve, costs its idle price only. */
    boolean isCashIdle(int account) {
        return problem.cashBand == DriftCurve.Band.FREE && endCash[account] >= Math.max(0, problem.reserve[account]);
    }

    void move(int position, double change) {
        int security = problem.positions.security[position];
        double cash = cash(position, change);
        double paid = paid(position, change);
        trade[position] += change;
        endSecurity[security] += change;
        for (int tier = problem.classOf[security]; tier >= 0; tier = problem.parentOf[tier]) endClass[tier] += change;
        endCash[problem.positions.account[position]] += cash;
        paidCash[problem.positions.account[position]] += paid;
        allCash += cash;
    }
}
