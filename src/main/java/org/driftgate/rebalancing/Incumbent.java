package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;

/**
 * The best plan that a search for prices of gains has found, by true netted tax and within the limits. It only improves.
 */
final class Incumbent {

    private static final double TINY = 0.01;

    private final List<PlanLimit> limits;
    private final List<NettedPlan> sound = new ArrayList<>();
    private NettedPlan best;

    Incumbent(NettedPlan first, List<PlanLimit> limits) {
        this.limits = limits;
        best = first;
        sound.add(first);
    }

    NettedPlan best() {
        return best;
    }

    /** What must be undercut, in cents. */
    double enough() {
        return best.objective - TINY;
    }

    void offer(NettedPlan plan) {
        if (plan.objective < best.objective && isWithin(plan)) best = plan;
    }

    /** A plan that is at prices of its own. */
    void offerSound(NettedPlan plan) {
        offer(plan);
        sound.add(plan);
    }

    /** Offers what a search of one region, or one of each unit, came to and what it met on the way. */
    void offer(RegionMix searched, NettedPlan mix, boolean inside) {
        if (inside && searched.isSettled()) sound.add(mix);
        offer(mix);
        searched.plans().forEach(this::offer);
    }

    /** Whether the best plan was found on the way to something else. */
    boolean isAstray() {
        return !sound.contains(best);
    }

    /** Puts the best plan at the prices of the cheapest of its region. */
    void settle(NettedPlan own) {
        boolean asGood = own.objective <= best.objective + TINY && isWithin(own);
        best = asGood ? own : best.at(own.solution);
    }

    private boolean isWithin(NettedPlan plan) {
        return limits.stream().allMatch(limit -> limit.isKept(plan.solution, plan.plan));
    }
}
