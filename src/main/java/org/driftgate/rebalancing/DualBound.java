package org.driftgate.rebalancing;

/**
 * The certificate (specification §3): for any potentials no balanced flow can cost less than this bound. Reads curves,
 * supplies and potentials only, never what the solver did.
 */
final class DualBound {

    private DualBound() {}

    /** A lower bound of the cost of every balanced flow, in cents. */
    static double of(FlowNetwork network, double[] potential) {
        double bound = 0;
        for (int arc = 0; arc < network.arcs(); arc++)
            bound += leastCost(network, network.curve(arc), price(network, potential, arc));
        for (int node = 0; node < network.nodes(); node++) bound -= potential[node] * network.supply(node);
        return bound;
    }

    /** How far the bound moves at least when an arc gets another curve, in cents (specification §5.2). */
    static double change(FlowNetwork network, double[] potential, int arc, int curve) {
        double price = price(network, potential, arc);
        return leastCost(network, curve, price) - leastCost(network, network.curve(arc), price);
    }

    private static double price(FlowNetwork network, double[] potential, int arc) {
        return potential[network.to(arc)] - potential[network.from(arc)];
    }

    /** The least of cost minus price times flow over all breakpoints of a curve. */
    private static double leastCost(FlowNetwork network, int curve, double price) {
        Curves curves = network.curves;
        double flow = curves.breakpoints()[curves.firstSegment(curve) + curve];
        double cost = curves.startCost(curve);
        double least = cost - price * flow;
        for (int segment = curves.firstSegment(curve); segment < curves.endSegment(curve); segment++) {
            double next = curves.breakpoints()[segment + curve + 1];
            cost += curves.slopes()[segment] * (next - flow);
            flow = next;
            least = Math.min(least, cost - price * flow);
        }
        return least;
    }
}
