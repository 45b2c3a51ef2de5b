package org.driftgate.rebalancing;

import java.util.Arrays;

/**
 * How much the curve of an arc may move against its flow before the flow goes another way (sensitivity of a cheapest flow:
 * a cycle through the arc must stay at zero or above; Ahuja, Magnanti, Orlin, <i>Network Flows</i>, ch. 9).
 */
final class Detour {

    private final FlowNetwork network;
    private final ConvexFlow flow;
    private final double[] distance;
    private final boolean[] settled;
    private final NodeHeap heap;

    Detour(FlowNetwork network, ConvexFlow flow) {
        this.network = network;
        this.flow = flow;
        distance = new double[network.nodes()];
        settled = new boolean[network.nodes()];
        heap = new NodeHeap(network.nodes(), distance);
    }

    /** The way from one end of an arc to the other without it, beyond what potentials say; infinite where there is none. */
    double beyond(int arc, boolean fromSource) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(settled, false);
        heap.clear();
        int start = fromSource ? network.from(arc) : network.to(arc);
        int end = fromSource ? network.to(arc) : network.from(arc);
        distance[start] = 0;
        heap.offer(start);
        while (!heap.isEmpty()) {
            int node = heap.poll();
            if (node == end) return distance[end];
            settled[node] = true;
            relax(node, arc);
        }
        return Double.POSITIVE_INFINITY;
    }

    private void relax(int node, int without) {
        double[] potential = flow.potentials();
        for (int index = network.adjacencyStart(node); index < network.adjacencyStart(node + 1); index++) {
            int direction = network.adjacent(index);
            int arc = direction < 0 ? ~direction : direction;
            int next = network.neighbour(index);
            if (arc == without || settled[next]) continue;
            double slope = direction < 0 ? -flow.slopeLeft(arc) : flow.slopeRight(arc);
            double candidate = distance[node] + slope + potential[node] - potential[next];
            if (candidate >= distance[next]) continue;
            distance[next] = candidate;
            heap.offer(next);
        }
    }
}
