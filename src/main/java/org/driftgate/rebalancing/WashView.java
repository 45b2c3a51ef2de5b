package org.driftgate.rebalancing;

/** Which choice holds for a position. */
record WashView(HouseholdProblem problem, WashGroups groups, WashChoice[] choices) {

    WashChoice of(int position) {
        return choices[groups.groupOf[problem.positions.security[position]]];
    }
}
