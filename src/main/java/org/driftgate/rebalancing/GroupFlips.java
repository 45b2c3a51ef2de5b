package org.driftgate.rebalancing;

/** Switches groups between choices on a warm flow, skips what cannot pay and takes back what does not. */
final class GroupFlips {

    private final WashGroups groups;
    private final HouseholdNetwork household;
    private final ConvexFlow flow;
    private final FlowState before;
    private WashChoice[] choices;
    private double cost;

    GroupFlips(WashGroups groups, HouseholdNetwork household, ConvexFlow flow) {
        this.groups = groups;
        this.household = household;
        this.flow = flow;
        before = new FlowState(household.network);
        choices = groups.first();
    }

    /** Solves for given choices from the potentials at hand. */
    void start(WashChoice[] wanted) {
        for (int group = 0; group < wanted.length; group++) use(group, wanted[group]);
        choices = wanted.clone();
        flow.solve();
        cost = flow.cost();
    }

    boolean tryFlip(int group, WashChoice choice, double gain) {
        if (choices[group] == choice) return false;
        return tryBoth(group, choice, group, choice, gain);
    }

    /** The first group takes a choice like the second's and the other way round. */
    boolean tryExchange(int left, int right, double gain) {
        for (WashChoice toLeft : groups.allowed.get(left)) {
            if (toLeft == choices[left]) continue;
            for (WashChoice toRight : groups.allowed.get(right))
                if (toRight != choices[right] && tryBoth(left, toLeft, right, toRight, gain)) return true;
        }
        return false;
    }

    private boolean tryBoth(int left, WashChoice toLeft, int right, WashChoice toRight, double gain) {
        double bound = cost + change(left, toLeft) + (left == right ? 0 : change(right, toRight));
        if (bound >= cost - gain) return false;
        flow.save(before);
        switchTo(left, toLeft);
        if (left != right) switchTo(right, toRight);
        double reached = flow.balance(bound, cost - gain);
        if (reached < cost - gain) {
            cost = reached;
            choices[left] = toLeft;
            choices[right] = toRight;
            return true;
        }
        use(left, choices[left]);
        use(right, choices[right]);
        flow.restore(before);
        return false;
    }

    private double change(int group, WashChoice choice) {
        double change = 0;
        for (int position : groups.positions[group])
            change += DualBound.change(
                    household.network, flow.potentials(), household.arc(position), household.variant(position, choice));
        return change;
    }

    private void switchTo(int group, WashChoice choice) {
        for (int position : groups.positions[group])
            flow.switchCurve(household.arc(position), household.variant(position, choice));
    }

    private void use(int group, WashChoice choice) {
        for (int position : groups.positions[group])
            household.network.useCurve(household.arc(position), household.variant(position, choice));
    }

    double cost() {
        return cost;
    }

    WashChoice[] choices() {
        return choices;
    }

    /** Where the search stands, to come back to. */
    Point point() {
        var state = new FlowState(household.network);
        flow.save(state);
        return new Point(choices.clone(), state, cost);
    }

    void back(Point point) {
        for (int group = 0; group < choices.length; group++) use(group, point.choices[group]);
        choices = point.choices.clone();
        cost = point.cost;
        flow.restore(point.state);
    }

    /** Choices with their balanced flow and cost in cents. */
    record Point(WashChoice[] choices, FlowState state, double cost) {}
}
