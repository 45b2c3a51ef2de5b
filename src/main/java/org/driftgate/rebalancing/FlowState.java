package org.driftgate.rebalancing;

/** Flows, segments and potentials of a balanced network, to come back to. */
final class FlowState {

    final double[] flow;
    final int[] segment;
    final double[] potential;

    FlowState(FlowNetwork network) {
        flow = new double[network.arcs()];
        segment = new int[network.arcs()];
        potential = new double[network.nodes()];
    }
}
