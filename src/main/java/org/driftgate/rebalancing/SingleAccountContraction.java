package org.driftgate.rebalancing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
    /** By account and class. */
    private final @Nullable SeriesCurves[] bundles;

    private int[] smallArc = {};

    private SingleAccountContraction(HouseholdProblem problem, HouseholdNetwork household) {
        this.problem = problem;
        this.household = household;
        whole = household.network;
        onlyPosition = onlyPositions();
        bundles = new SeriesCurves[problem.accounts.size() * problem.classes.size()];
        small = new FlowNetwork(whole.curves, whole.nodes(), whole.arcs());
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

    private int contracted() {
        int count = 0;
        for (int position : onlyPosition) if (position >= 0) count++;
        return count;
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
        int[] room = room();
        for (int security = 0; security < onlyPosition.length; security++) {
            int position = onlyPosition[security];
            if (position < 0) continue;
            int bundle = bundle(security);
            SeriesCurves series = bundles[bundle];
            if (series == null) series = new SeriesCurves(whole.curves, room[bundle]);
            series.add(security, whole.curve(household.arc(position)), whole.curve(household.securityArc(security)));
            bundles[bundle] = series;
        }
        for (int bundle = 0; bundle < bundles.length; bundle++) {
            SeriesCurves series = bundles[bundle];
            if (series != null) series.carriedBy(addArc(bundle, series.merged()));
        }
    }

    /** How many segments a bundle can have. */
    private int[] room() {
        int[] room = new int[bundles.length];
        for (int security = 0; security < onlyPosition.length; security++) {
            int position = onlyPosition[security];
            if (position >= 0)
                room[bundle(security)] += segments(household.arc(position)) + segments(household.securityArc(security));
        }
        return room;
    }

    private int segments(int arc) {
        int curve = whole.curve(arc);
        return whole.curves.endSegment(curve) - whole.curves.firstSegment(curve);
    }

    private int addArc(int bundle, int curve) {
        int account = household.account(bundle / problem.classes.size());
        int assetClass = household.assetClass(bundle % problem.classes.size());
        return small.addArc(smallNode[account], smallNode[assetClass], curve);
    }

    private int bundle(int security) {
        int account = problem.positions.account[onlyPosition[security]];
        return account * problem.classes.size() + problem.classOf[security];
    }

    /** Hands the merged flows back and finds the potentials of the securities between account and class. */
    private void expand(ConvexFlow solved, double[] flows, double[] potentials) {
        double[] parts = new double[onlyPosition.length];
        for (SeriesCurves series : bundles) if (series != null) series.handBack(solved.flow(series.arc()), parts);
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
