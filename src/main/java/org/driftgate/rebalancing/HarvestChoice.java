package org.driftgate.rebalancing;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses for every group of identical securities between harvesting and buying (specification §5.2): warm flips from
 * three starts, then exchanges inside a class. Best found, not proven.
 */
final class HarvestChoice {

    private static final double CENT = 1;
    private static final int MOST_PASSES = 6;
    private static final int MANY_GROUPS = 150;

    private final HouseholdProblem problem;
    private final WashGroups groups;
    private final GroupFlips flips;
    private final List<Integer> open = new ArrayList<>();

    HarvestChoice(HouseholdProblem problem, WashGroups groups, HouseholdNetwork network, ConvexFlow flow) {
        this.problem = problem;
        this.groups = groups;
        flips = new GroupFlips(groups, network, flow);
        for (int group = 0; group < groups.count; group++)
            if (groups.allowed.get(group).size() > 1) open.add(group);
    }

    /** Leaves network and flow at the best choices found and gives them. */
    WashChoice[] search() {
        flips.start(choices(Start.RULE));
        if (open.isEmpty()) return flips.choices();
        descend();
        GroupFlips.Point best = flips.point();
        if (open.size() <= MANY_GROUPS) {
            for (Start start : List.of(Start.NONE, Start.ALL)) {
                flips.start(choices(start));
                descend();
                if (flips.cost() < best.cost()) best = flips.point();
            }
        }
        flips.back(best);
        while (exchange()) descend();
        return flips.choices();
    }

    private void descend() {
        boolean changed = true;
        for (int pass = 0; changed && pass < MOST_PASSES; pass++) {
            changed = false;
            for (int group : open)
                for (WashChoice choice : groups.allowed.get(group)) changed |= flips.tryFlip(group, choice, CENT);
        }
    }

    /** One improving exchange: a group that harvests and one of its class that does not change roles. */
    private boolean exchange() {
        for (int harvesting : open) {
            for (int buying : open) {
                boolean opposite = isOpen(harvesting) && !isOpen(buying) && isSameClass(harvesting, buying);
                if (opposite && flips.tryExchange(harvesting, buying, CENT)) return true;
            }
        }
        return false;
    }

    /** Whether a group harvests now. */
    private boolean isOpen(int group) {
        return !flips.choices()[group].freezesLosses();
    }

    private boolean isSameClass(int left, int right) {
        return classOf(left) == classOf(right);
    }

    /** The class itself: what stands in for a security may be in another group below it. */
    private int classOf(int group) {
        int tier = problem.classOf[firstSecurity(group)];
        while (problem.parentOf[tier] >= 0) tier = problem.parentOf[tier];
        return tier;
    }

    private int firstSecurity(int group) {
        return problem.positions.security[groups.positions[group][0]];
    }

    private WashChoice[] choices(Start start) {
        WashChoice[] choices = groups.first();
        for (int group : open)
            if (start == Start.ALL || (start == Start.RULE && isOverweight(group))) choices[group] = last(group);
        return choices;
    }

    private WashChoice last(int group) {
        WashChoice last = groups.first(group);
        for (WashChoice choice : groups.allowed.get(group)) last = choice;
        return last;
    }

    /** More than five per cent over its target; without one of its own, its class. */
    private boolean isOverweight(int group) {
        int security = firstSecurity(group);
        int tier = problem.classOf[security];
        boolean own = problem.securityBand[security] != DriftCurve.Band.FREE;
        DriftCurve.Band band = own ? problem.securityBand[security] : problem.classBand[tier];
        double held = own ? problem.heldSecurity[security] : problem.heldClass[tier];
        if (band == DriftCurve.Band.FREE) return false;
        return held > 1.05 * (band.low() + band.high()) / 2;
    }

    private enum Start {
        RULE,
        NONE,
        ALL
    }
}
