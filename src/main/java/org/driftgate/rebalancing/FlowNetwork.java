package org.driftgate.rebalancing;

import java.util.Arrays;

/** Nodes with a supply and arcs with a convex cost curve each; all money in cents. */
final class FlowNetwork {

    final Curves curves;
    private int nodes;
    private int arcs;
    private int[] from;
    private int[] to;
    private int[] curve;
    private double[] supply;
    private int[] adjacencyStart = {};
    private int[] adjacency = {};
    private int[] neighbour = {};

    FlowNetwork() {
        this(new Curves(), 64, 64);
    }

    /** Takes its curves from there, which may be shared with another network; with room for so many, more may come. */
    FlowNetwork(Curves curves, int nodes, int arcs) {
        this.curves = curves;
        from = new int[arcs];
        to = new int[arcs];
        curve = new int[arcs];
        supply = new double[nodes];
    }

    int addNode() {
        if (nodes == supply.length) supply = Arrays.copyOf(supply, nodes * 2);
        return nodes++;
    }

    int addArc(int source, int target, int curveNumber) {
        if (arcs == from.length) {
            from = Arrays.copyOf(from, arcs * 2);
            to = Arrays.copyOf(to, arcs * 2);
            curve = Arrays.copyOf(curve, arcs * 2);
        }
        from[arcs] = source;
        to[arcs] = target;
        curve[arcs] = curveNumber;
        return arcs++;
    }

    /** Money that enters the network at a node; all supplies must add up to zero. */
    void supply(int node, double cents) {
        supply[node] += cents;
    }

    /** Lists the arcs at every node: k leaves it, ~k enters it. Call once after the last arc. */
    void connect() {
        adjacencyStart = new int[nodes + 1];
        adjacency = new int[2 * arcs];
        neighbour = new int[2 * arcs];
        for (int arc = 0; arc < arcs; arc++) {
            adjacencyStart[from[arc] + 1]++;
            adjacencyStart[to[arc] + 1]++;
        }
        for (int node = 0; node < nodes; node++) adjacencyStart[node + 1] += adjacencyStart[node];
        int[] next = Arrays.copyOf(adjacencyStart, nodes);
        for (int arc = 0; arc < arcs; arc++) {
            neighbour[next[from[arc]]] = to[arc];
            adjacency[next[from[arc]]++] = arc;
            neighbour[next[to[arc]]] = from[arc];
            adjacency[next[to[arc]]++] = ~arc;
        }
    }

    int nodes() {
        return nodes;
    }

    int arcs() {
        return arcs;
    }

    int from(int arc) {
        return from[arc];
    }

    int to(int arc) {
        return to[arc];
    }

    int curve(int arc) {
        return curve[arc];
    }

    void useCurve(int arc, int curveNumber) {
        curve[arc] = curveNumber;
    }

    double supply(int node) {
        return supply[node];
    }

    int adjacencyStart(int node) {
        return adjacencyStart[node];
    }

    int adjacent(int index) {
        return adjacency[index];
    }

    /** The node at the other end of an adjacent arc. */
    int neighbour(int index) {
        return neighbour[index];
    }
}
