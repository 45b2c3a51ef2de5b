package org.driftgate.rebalancing;

/** Flows, segments, slopes and potentials of a balanced network, to come back to. */
final class FlowState {

    final double[] flow;
    final int[] segment;
    final double[] slopeLeft;
    final double[] slopeRight;
    final double[] potential;

    FlowState(FlowNetwork network) {
        flow = new double[network.arcs()];
        segment = new int[network.arcs()];
        slopeLeft = new double[network.arcs()];
        slopeRight = new double[network.arcs()];
        potential = new double[network.nodes()];
    }
}
