package org.driftgate.rebalancing;

import java.util.Arrays;

/** Dijkstra on the residual arcs of a flow, from a surplus to the nearest deficit. */
final class ShortestPath {

    private final FlowNetwork network;
    private final ArcFlows flows;
    private final double[] potential;
    private final double[] excess;
    private final double[] distance;
    private final int[] arcInto;
    private final int[] before;
    private final int[] touched;
    private final boolean[] settled;
    private final NodeHeap heap;
    private int touchedCount;

    ShortestPath(FlowNetwork network, ArcFlows flows, double[] potential, double[] excess) {
        this.network = network;
        this.flows = flows;
        this.potential = potential;
        this.excess = excess;
        int nodes = network.nodes();
        distance = new double[nodes];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        arcInto = new int[nodes];
        before = new int[nodes];
        touched = new int[nodes];
        settled = new boolean[nodes];
        heap = new NodeHeap(nodes, distance);
    }

    /** The nearest node that lacks money; distances of the settled nodes stay until {@link #raise}. */
    int toDeficit(int source) {
        reset();
        reach(source, 0, 0, source);
        while (!heap.isEmpty()) {
            int node = heap.poll();
            settled[node] = true;
            if (excess[node] < 0) return node;
            relax(node);
        }
        throw new IllegalStateException("no way from node %d to any deficit".formatted(source));
    }

    /** Brings the potentials of the settled nodes up to date and gives the rise of the lower bound, in cents. */
    double raise(int target) {
        double rise = 0;
        for (int index = 0; index < touchedCount; index++) {
            int node = touched[index];
            if (!settled[node]) continue;
            double step = distance[target] - distance[node];
            rise += step * excess[node];
            potential[node] -= step;
        }
        return rise;
    }

    /** The arc on which the path enters a node: k forward, ~k backward. */
    int arcInto(int node) {
        return arcInto[node];
    }

    int before(int node) {
        return before[node];
    }

    private void relax(int node) {
        for (int index = network.adjacencyStart(node); index < network.adjacencyStart(node + 1); index++) {
            int next = network.neighbour(index);
            if (settled[next]) continue;
            int direction = network.adjacent(index);
            double slope = direction < 0 ? -flows.slopeLeft(~direction) : flows.slopeRight(direction);
            if (slope == Double.POSITIVE_INFINITY) continue;
            double length = slope + potential[node] - potential[next];
            if (length < 0) throw new IllegalStateException("reduced length %s on %d".formatted(length, direction));
            reach(next, distance[node] + length, direction, node);
        }
    }

    private void reach(int node, double candidate, int direction, int from) {
        if (candidate >= distance[node]) return;
        if (distance[node] == Double.POSITIVE_INFINITY) touched[touchedCount++] = node;
        distance[node] = candidate;
        arcInto[node] = direction;
        before[node] = from;
        heap.offer(node);
    }

    private void reset() {
        for (int index = 0; index < touchedCount; index++) {
            distance[touched[index]] = Double.POSITIVE_INFINITY;
            settled[touched[index]] = false;
        }
        touchedCount = 0;
        heap.clear();
    }
}
