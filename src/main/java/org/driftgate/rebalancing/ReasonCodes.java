package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;

/** The codes of a trade. */
final class ReasonCodes {

    private final PlanView view;
    private final HouseholdProblem problem;
    private final boolean[] harvestsClass;

    ReasonCodes(PlanView view) {
        this.view = view;
        problem = view.problem;
        harvestsClass = new boolean[problem.classes.size()];
        for (int position = 0; position < problem.positions.count; position++)
            if (view.harvests(position)) harvestsClass[classOf(position)] = true;
    }

    List<ReasonCode> of(int position) {
        List<ReasonCode> codes = view.plan.bought[position] > 0 ? purchase(position) : sale(position);
        if (codes.isEmpty()) codes.add(ReasonCode.ROUNDING);
        return codes;
    }

    private List<ReasonCode> sale(int position) {
        List<ReasonCode> codes = new ArrayList<>();
        int account = problem.positions.account[position];
        if (view.harvests(position)) codes.add(ReasonCode.HARVEST);
        if (view.startsOutside(position, true)) codes.add(ReasonCode.OVERWEIGHT);
        if (view.freeCashBefore(account) < 0) codes.add(ReasonCode.RAISES_CASH);
        if (buysIn(account)) codes.add(ReasonCode.FUNDS_BUY);
        if (movesElsewhere(position, 1)) codes.add(ReasonCode.RELOCATES);
        if (isSweep(position)) codes.add(ReasonCode.SWEEP);
        if (view.sellsFrozen(position)) codes.add(ReasonCode.FORCED_WASH);
        int unit = problem.unitOf[account];
        if (view.solution.prices.budget()[unit] > 0 && gains(position)) codes.add(ReasonCode.BUDGET_BOUND);
        return codes;
    }

    private List<ReasonCode> purchase(int position) {
        List<ReasonCode> codes = new ArrayList<>();
        if (view.startsOutside(position, false)) codes.add(ReasonCode.UNDERWEIGHT);
        if (harvestsClass[classOf(position)]) codes.add(ReasonCode.REPLACES_HARVEST);
        if (movesElsewhere(position, -1)) codes.add(ReasonCode.RELOCATES);
        if (view.freeCashBefore(problem.positions.account[position]) > 0) codes.add(ReasonCode.INVESTS_CASH);
        return codes;
    }

    private boolean buysIn(int account) {
        for (int position = 0; position < problem.positions.count; position++)
            if (problem.positions.account[position] == account && view.plan.bought[position] > 0) return true;
        return false;
    }

    /** The same class is traded the other way in another account, where its drag differs. */
    private boolean movesElsewhere(int position, int direction) {
        for (int other = 0; other < problem.positions.count; other++) {
            boolean elsewhere = problem.positions.account[other] != problem.positions.account[position]
                    && classOf(other) == classOf(position)
                    && problem.drag(other) != problem.drag(position);
            if (elsewhere && Math.signum(view.plan.net(problem, other)) == direction) return true;
        }
        return false;
    }

    private boolean isSweep(int position) {
        double shares = 0;
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++) {
            if (view.plan.sold[lot] < problem.lots.cents[lot]) return false;
            shares += problem.lots.lot.get(lot).quantity().doubleValue();
        }
        return shares != Math.rint(shares);
    }

    private boolean gains(int position) {
        for (int lot = problem.positions.lotStart[position]; lot < problem.positions.lotStart[position + 1]; lot++)
            if (view.plan.sold[lot] > 0 && problem.lots.gain[lot] > 0) return true;
        return false;
    }

    private int classOf(int position) {
        return problem.classOf[problem.positions.security[position]];
    }
}
