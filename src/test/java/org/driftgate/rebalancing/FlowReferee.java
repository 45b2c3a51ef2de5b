package org.driftgate.rebalancing;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;

/** Solves a flow network as a linear program with one variable per segment; shares no code with the flow engine. */
final class FlowReferee {

    private static final double THOUSAND_DOLLARS = 100_000;

    private FlowReferee() {}

    static double cheapest(FlowNetwork network) {
        Loader.loadNativeLibraries();
        MPSolver solver = MPSolver.createSolver("GLOP");
        MPConstraint[] balance = new MPConstraint[network.nodes()];
        for (int node = 0; node < network.nodes(); node++) {
            double needed = -network.supply(node) / THOUSAND_DOLLARS;
            balance[node] = solver.makeConstraint(needed, needed);
        }
        double constant = 0;
        for (int arc = 0; arc < network.arcs(); arc++) constant += arc(network, solver, balance, arc);
        solver.objective().setMinimization();
        if (solver.solve() != MPSolver.ResultStatus.OPTIMAL) throw new IllegalStateException("no optimum");
        double cost = solver.objective().value() * THOUSAND_DOLLARS + constant;
        solver.delete();
        return cost;
    }

    private static double arc(FlowNetwork network, MPSolver solver, MPConstraint[] balance, int arc) {
        Curves curves = network.curves;
        int curve = network.curve(arc);
        double lowest = curves.breakpoints()[curves.firstSegment(curve) + curve];
        MPVariable start = solver.makeNumVar(lowest / THOUSAND_DOLLARS, lowest / THOUSAND_DOLLARS, "");
        join(network, balance, arc, start);
        for (int segment = curves.firstSegment(curve); segment < curves.endSegment(curve); segment++) {
            double length = curves.breakpoints()[segment + curve + 1] - curves.breakpoints()[segment + curve];
            MPVariable part = solver.makeNumVar(0, length / THOUSAND_DOLLARS, "");
            solver.objective().setCoefficient(part, curves.slopes()[segment]);
            join(network, balance, arc, part);
        }
        return curves.startCost(curve);
    }

    private static void join(FlowNetwork network, MPConstraint[] balance, int arc, MPVariable part) {
        balance[network.from(arc)].setCoefficient(part, -1);
        balance[network.to(arc)].setCoefficient(part, 1);
    }
}
