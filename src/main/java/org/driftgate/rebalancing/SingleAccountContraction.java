package org.driftgate.rebalancing;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Takes every security that trades in one account only out of the network (specification §2.4): its two arcs in series
 * add up, and all of one account and class merge into one arc. Exact; the result is put back on the whole network.
 */
final class SingleAccountContraction {

    private static final int WORTH_IT = 8;

    private final HouseholdProblem problem;
    private final HouseholdNetwork household;
    private final FlowNetwork whole;
    private final FlowNetwork small;
    /** The only position of a contracted security, -1 for the others. */
    private final int[] onlyPosition;

    private final int[] smallNode;
    private final TreeMap<Integer, SeriesCurves> bundles = new TreeMap<>();
    private int[] smallArc = {};

    private SingleAccountContraction(HouseholdProblem problem, HouseholdNetwork household) {
        this.problem = problem;
        this.household = household;
        whole = household.network;
        small = new FlowNetwork(whole.curves);
        onlyPosition = onlyPositions();
        smallNode = new int[whole.nodes()];
    }

    /** Solves a network with fixed wash choices, by contraction where that takes enough out of it. */
    static ConvexFlow solve(HouseholdProblem problem, HouseholdNetwork household) {
        var flow = new ConvexFlow(household.network);
        var contraction = new SingleAccountContraction(problem, household);
        if (contraction.contracted() >= WORTH_IT) contraction.prepare(flow);
        flow.solve();
        return flow;
    }

    private long contracted() {
        return Arrays.stream(onlyPosition).filter(position -> position >= 0).count();
    }

    private int[] onlyPositions() {
        int[] only = new int[problem.securities.size()];
        Arrays.fill(only, -1);
        boolean[] several = new boolean[only.length];
        for (int position = 0; position < problem.positions.count; position++) {
            int security = problem.positions.security[position];
            several[security] |= only[security] >= 0;
            only[security] = several[security] ? -1 : position;
        }
        return only;
    }

    private void prepare(ConvexFlow flow) {
        addNodes();
        addArcs();
        addBundles();
        small.connect();
        var solved = new ConvexFlow(small);
        solved.solve();
        double[] potentials = new double[whole.nodes()];
        double[] flows = new double[whole.arcs()];
        for (int node = 0; node < potentials.length; node++)
            if (smallNode[node] >= 0) potentials[node] = solved.potentials()[smallNode[node]];
        for (int arc = 0; arc < flows.length; arc++) if (smallArc[arc] >= 0) flows[arc] = solved.flow(smallArc[arc]);
        expand(solved, flows, potentials);
        flow.startFrom(potentials, flows);
    }

    private void addNodes() {
        Arrays.fill(smallNode, 0);
        for (int security = 0; security < onlyPosition.length; security++)
            if (onlyPosition[security] >= 0) smallNode[household.security(security)] = -1;
        for (int node = 0; node < smallNode.length; node++) {
            if (smallNode[node] < 0) continue;
            smallNode[node] = small.addNode();
            small.supply(smallNode[node], whole.supply(node));
        }
    }

    private void addArcs() {
        smallArc = new int[whole.arcs()];
        for (int arc = 0; arc < smallArc.length; arc++) {
            int from = smallNode[whole.from(arc)];
            int to = smallNode[whole.to(arc)];
            smallArc[arc] = from < 0 || to < 0 ? -1 : small.addArc(from, to, whole.curve(arc));
        }
    }

    private void addBundles() {
        for (int security = 0; security < onlyPosition.length; security++) {
            int position = onlyPosition[security];
            if (position < 0) continue;
            bundles.computeIfAbsent(bundle(security), key -> new SeriesCurves(whole.curves))
                    .add(security, whole.curve(household.arc(position)), whole.curve(household.securityArc(security)));
        }
        bundles.forEach((bundle, series) -> series.carriedBy(small.addArc(
                smallNode[household.account(bundle / problem.classes.size())],
                smallNode[household.assetClass(bundle % problem.classes.size())],
                series.merged())));
    }

    private int bundle(int security) {
        int account = problem.positions.account[onlyPosition[security]];
        return account * problem.classes.size() + problem.classOf[security];
    }

    /** Hands the merged flows back and finds the potentials of the securities between account and class. */
    private void expand(ConvexFlow solved, double[] flows, double[] potentials) {
        double[] parts = new double[onlyPosition.length];
        bundles.forEach((bundle, series) -> series.handBack(solved.flow(series.arc()), parts));
        Curves curves = whole.curves;
        for (int security = 0; security < parts.length; security++) {
            int position = onlyPosition[security];
            if (position < 0) continue;
            int in = household.arc(position);
            int out = household.securityArc(security);
            double lowest = Math.max(curves.lowest(whole.curve(in)), curves.lowest(whole.curve(out)));
            flows[in] = lowest + parts[security];
            flows[out] = flows[in];
            potentials[household.security(security)] = Math.max(
                    potentials[whole.from(in)] + CurveSlopes.below(curves, whole.curve(in), flows[in]),
                    potentials[whole.to(out)] - CurveSlopes.above(curves, whole.curve(out), flows[out]));
        }
    }
}
