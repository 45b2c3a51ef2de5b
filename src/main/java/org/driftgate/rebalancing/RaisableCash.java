package org.driftgate.rebalancing;

/** How much cash an account can raise without a forbidden sale or a wash sale, in cents. */
final class RaisableCash {

    private RaisableCash() {}

    static double of(HouseholdProblem problem, LotStack stack, WashView wash, int account) {
        double cents = problem.cash[account];
        for (int position = 0; position < problem.positions.count; position++)
            if (problem.positions.account[position] == account) cents += sellable(problem, stack, wash, position);
        return cents;
    }

    static double sellable(HouseholdProblem problem, LotStack stack, WashView wash, int position) {
        double cents = 0;
        boolean frozen = wash.of(position).freezesLosses();
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            if (stack.isSellable(lot) && !(frozen && problem.lots.loss[lot])) cents += problem.lots.cents[lot];
        return cents;
    }
}
