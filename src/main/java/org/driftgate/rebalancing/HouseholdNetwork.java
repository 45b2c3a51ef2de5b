package org.driftgate.rebalancing;

import java.util.Arrays;

/**
 * A household as a network (specification §2.1): root, accounts, securities, classes and the cash class; one arc per
 * position whose flow is the net trade in cents.
 */
final class HouseholdNetwork {

    private static final int ROOT = 0;

    final FlowNetwork network;
    final PositionCurve curve;
    /** What cannot trade and therefore has no arc, in cents. */
    private double constant;

    private final HouseholdProblem problem;
    private final WashGroups groups;
    private final double guard;
    private final int[] positionArc;
    private final int[] securityArc;
    private final int[] sourceArc;
    /** The curves of the positions under each choice, one position after the other. */
    private final int[] variant;

    HouseholdNetwork(HouseholdProblem problem, LotStack stack, WashGroups groups, WashChoice[] choices) {
        this.problem = problem;
        this.groups = groups;
        guard = stack.drift();
        int nodes = call(problem.calls.amount.length) + 1;
        network = new FlowNetwork(room(problem), nodes, nodes + problem.positions.count + problem.calls.sources());
        curve = new PositionCurve(problem, stack);
        positionArc = new int[problem.positions.count];
        securityArc = new int[problem.securities.size()];
        sourceArc = new int[problem.calls.sources()];
        variant = new int[positionArc.length * WashChoice.COUNT];
        Arrays.fill(variant, -1);
        for (int node = 0; node < nodes; node++) network.addNode();
        addCash();
        addPositions(choices);
        addSecurities();
        addClasses();
        addCalls();
        network.connect();
    }

    /** For a household whose positions have one choice each and are all contracted. */
    private static Curves room(HouseholdProblem problem) {
        int drifts = problem.accounts.size() + 2 * problem.securities.size() + problem.classes.size();
        int segments = problem.lots.cents.length + problem.positions.count;
        return new Curves(problem.positions.count + 2 * drifts, 2 * segments + 3 * drifts);
    }

    int account(int index) {
        return 1 + index;
    }

    int security(int index) {
        return 1 + problem.accounts.size() + index;
    }

    int assetClass(int index) {
        return 1 + problem.accounts.size() + problem.securities.size() + index;
    }

    private int call(int index) {
        return assetClass(problem.classes.size()) + index;
    }

    private int cashClass() {
        return network.nodes() - 1;
    }

    int arc(int position) {
        return positionArc[position];
    }

    /** The arc from a security to its class, -1 when it cannot trade. */
    int securityArc(int index) {
        return securityArc[index];
    }

    /** What a source pays to its call. */
    int sourceArc(int source) {
        return sourceArc[source];
    }

    /** The curve of a position under another choice. */
    int variant(int position, WashChoice choice) {
        return variant[position * WashChoice.COUNT + choice.ordinal()];
    }

    /** Whether cash and sales can pay what the curves as they stand make an account buy; without that no flow exists. */
    boolean pays(int account) {
        double free = problem.cash[account] - problem.need[account] - problem.reserve[account];
        double least = 0;
        for (int position = 0; position < positionArc.length; position++)
            if (problem.positions.account[position] == account)
                least += network.curves.lowest(network.curve(positionArc[position]));
        return least <= Math.max(0, free);
    }

    /** The cost of a flow with what cannot change, in cents. */
    double cost(ConvexFlow flow) {
        return flow.cost() + constant;
    }

    /** The certificate in cents, from potentials alone. */
    double bound(double[] potentials) {
        return DualBound.of(network, potentials) + constant;
    }

    private void addCash() {
        DriftTarget target = problem.request.cash();
        for (int account = 0; account < problem.accounts.size(); account++) {
            if (target == null) network.addArc(ROOT, account(account), CashCurve.purchases(problem, account, network));
            else supply(account);
        }
        if (target != null) network.addArc(cashClass(), ROOT, drift(problem.cashBand, 0, guard));
    }

    private void supply(int account) {
        double free = problem.cash[account] - problem.need[account] - problem.paid[account];
        network.supply(account(account), free);
        network.supply(ROOT, -free);
        network.addArc(account(account), cashClass(), CashCurve.endCash(problem, account, network));
    }

    private void addPositions(WashChoice[] choices) {
        for (int position = 0; position < positionArc.length; position++) {
            int group = groups.groupOf[problem.positions.security[position]];
            for (WashChoice choice : groups.allowed.get(group))
                variant[position * WashChoice.COUNT + choice.ordinal()] = curve.add(network.curves, position, choice);
            positionArc[position] = network.addArc(
                    account(problem.positions.account[position]),
                    security(problem.positions.security[position]),
                    variant(position, choices[group]));
        }
    }

    private void addSecurities() {
        boolean[] trades = new boolean[problem.securities.size()];
        for (int position = 0; position < positionArc.length; position++)
            trades[problem.positions.security[position]] = true;
        for (int index = 0; index < trades.length; index++) {
            double held = problem.heldSecurity[index];
            securityArc[index] = -1;
            if (trades[index])
                securityArc[index] = network.addArc(
                        security(index),
                        assetClass(problem.classOf[index]),
                        drift(problem.securityBand[index], held, 0));
            else constant += problem.securityBand[index].cost(held);
        }
    }

    private void addClasses() {
        for (int index = 0; index < problem.classes.size(); index++) {
            int parent = problem.parentOf[index];
            int above = parent < 0 ? ROOT : assetClass(parent);
            double more = parent < 0 ? guard : 0;
            int drift = drift(problem.classBand[index], problem.heldClass[index], more);
            network.addArc(assetClass(index), above, drift);
        }
    }

    private void addCalls() {
        CallBook calls = problem.calls;
        for (int source = 0; source < sourceArc.length; source++) {
            int number = calls.sourceCall[source];
            int curve = CashCurve.line(network.curves, calls.amount[number], 0, calls.sourcePrice[source]);
            sourceArc[source] = network.addArc(account(calls.sourceAccount[source]), call(number), curve);
        }
        for (int number = 0; number < calls.amount.length; number++) {
            int receiver = calls.into[number] < 0 ? ROOT : account(calls.into[number]);
            double due = calls.amount[number];
            network.addArc(call(number), receiver, CashCurve.line(network.curves, due, Tiers.CALL * due, -Tiers.CALL));
        }
    }

    private int drift(DriftCurve.Band band, double held, double more) {
        return DriftCurve.add(network.curves, band, held, problem.reach, more);
    }
}
