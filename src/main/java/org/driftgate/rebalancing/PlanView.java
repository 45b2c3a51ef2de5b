package org.driftgate.rebalancing;

/** A final plan with its value and the shadow prices of the fractional optimum it comes from. */
final class PlanView {

    final Limited limited;
    final Solution solution;
    final HouseholdProblem problem;
    final Plan plan;
    final PlanValue value;
    private final Detour detour;

    PlanView(Limited limited, Plan plan) {
        this.limited = limited;
        this.plan = plan;
        solution = limited.priced();
        problem = solution.problem;
        value = solution.valueAfterCosts(plan);
        detour = new Detour(solution.network.network, solution.flow);
    }

    /** What a dollar more of cash in the account of a position is worth. */
    double cashPrice(int position) {
        int node = solution.network.account(problem.positions.account[position]);
        return solution.flow.potentials()[node] - solution.flow.potentials()[0];
    }

    /** What a dollar more of the security of a position is worth, drift and onward value. */
    double holdingPrice(int position) {
        int node = solution.network.security(problem.positions.security[position]);
        return solution.flow.potentials()[node] - solution.flow.potentials()[0];
    }

    /**
     * Up to what price per dollar the last dollar of a position would still be traded, all else left as it is: for a sale
     * that of the dollar sold, for a purchase that of the dollar bought. Above it another lot or trade is cheaper. Where
     * only the whole plan makes the trade, as shares, minimums and limits do, that is what potentials say.
     */
    double limit(int position, boolean buys) {
        double worth = cashPrice(position) - holdingPrice(position);
        int arc = solution.network.arc(position);
        boolean flows = buys ? solution.flow.flow(arc) > 0 : solution.flow.flow(arc) < 0;
        double beyond = flows ? detour.beyond(arc, buys) : 0;
        return beyond + (buys ? -worth : worth);
    }

    /** What a dollar sold of a lot costs: price, trading cost, less the drag it ends. */
    double sale(int position, int lot) {
        return solution.network.curve.sale(position, lot, solution.wash().of(position));
    }

    /** By how much the drift would cost more without the trade of a position, in cents. */
    double driftRemoved(int position) {
        double change = plan.net(problem, position);
        int security = problem.positions.security[position];
        double removed = removed(problem.securityBand[security], value.endSecurity[security], change);
        for (int tier = problem.classOf[security]; tier >= 0; tier = problem.parentOf[tier])
            removed += removed(problem.classBand[tier], value.endClass[tier], change);
        return removed;
    }

    private double removed(DriftCurve.Band band, double end, double change) {
        return band.cost(end - change) - band.cost(end);
    }

    /** Whether a security or a class above it starts beyond its band on the side of a trade. */
    boolean startsOutside(int position, boolean above) {
        int security = problem.positions.security[position];
        boolean outside = isOutside(problem.securityBand[security], problem.heldSecurity[security], above);
        for (int tier = problem.classOf[security]; tier >= 0; tier = problem.parentOf[tier])
            outside |= isOutside(problem.classBand[tier], problem.heldClass[tier], above);
        return outside;
    }

    private boolean isOutside(DriftCurve.Band band, double held, boolean above) {
        return above ? held > band.high() : held < band.low();
    }

    double freeCashBefore(int account) {
        double[] cash = problem.cash.clone();
        problem.calls.apply(plan.drawn, cash);
        return cash[account] - problem.need[account] - problem.reserve[account];
    }

    boolean harvests(int position) {
        return anyLot(position, (view, lot) -> view.problem.lots.gain[lot] < 0 && view.problem.lots.taxed[lot]);
    }

    boolean sellsFrozen(int position) {
        boolean freezes = solution.wash().of(position).freezesLosses();
        return freezes && anyLot(position, (view, lot) -> view.problem.lots.loss[lot]);
    }

    private boolean anyLot(int position, LotTest test) {
        int end = problem.positions.lotStart[position + 1];
        for (int lot = problem.positions.lotStart[position]; lot < end; lot++)
            if (plan.sold[lot] > 0 && test.holds(this, lot)) return true;
        return false;
    }

    private interface LotTest {
        boolean holds(PlanView view, int lot);
    }
}
