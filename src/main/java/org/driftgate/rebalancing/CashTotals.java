package org.driftgate.rebalancing;

/** What the cash that a plan leaves costs: idle in every account, short of reserve and need in some; all in cents. */
final class CashTotals {

    double idle;
    double lacking;
    /** Of all accounts. */
    double all;

    CashTotals(HouseholdProblem problem, double[] endCash) {
        double price = problem.policy.idleCashCost().doubleValue();
        for (int account = 0; account < endCash.length; account++) {
            idle += price * endCash[account];
            lacking += Tiers.RESERVE * CashCurve.breached(problem, account, endCash[account])
                    + Tiers.NEED * CashCurve.missing(endCash[account]);
            all += endCash[account];
        }
    }
}
