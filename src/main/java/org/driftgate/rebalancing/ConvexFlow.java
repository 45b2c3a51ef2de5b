package org.driftgate.rebalancing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cheapest flow on convex arcs by successive shortest paths with potentials (specification §2.3). Works in whole cents
 * and slopes of the exact grid, so every comparison is exact and no tolerance exists.
 */
final class ConvexFlow {

    static final int MOST_AUGMENTATIONS = 200_000;

    private final FlowNetwork network;
    private final ArcFlows flows;
    private final double[] potential;
    private final double[] excess;
    private @Nullable ShortestPath path;
    private int augmentations;

    ConvexFlow(FlowNetwork network) {
        this.network = network;
        flows = new ArcFlows(network);
        potential = new double[network.nodes()];
        excess = new double[network.nodes()];
    }

    /** Solves from the potentials and flows at hand: zero at first, the last ones later. */
    void solve() {
        for (int node = 0; node < network.nodes(); node++) excess[node] = network.supply(node);
        for (int arc = 0; arc < network.arcs(); arc++) place(arc);
        balance(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Takes over potentials and wished flows of a like network before {@link #solve}. */
    void startFrom(ConvexFlow other) {
        System.arraycopy(other.potential, 0, potential, 0, potential.length);
        for (int arc = 0; arc < network.arcs(); arc++) flows.wish(arc, other.flow(arc));
    }

    /** Takes over potentials and wished flows found elsewhere before {@link #solve}. */
    void startFrom(double[] potentials, double[] wished) {
        System.arraycopy(potentials, 0, potential, 0, potential.length);
        for (int arc = 0; arc < network.arcs(); arc++) flows.wish(arc, wished[arc]);
    }

    /** Gives one arc another curve and places it with the kept potentials; {@link #balance} must follow. */
    void switchCurve(int arc, int curve) {
        double flow = flows.flow(arc);
        excess[network.from(arc)] += flow;
        excess[network.to(arc)] -= flow;
        network.useCurve(arc, curve);
        place(arc);
    }

    /**
     * Moves all excess to deficits and gives the cost reached, counted from {@code bound}, a lower bound for the present
     * potentials. Gives up with infinity as soon as the rising bound reaches {@code cutoff}; all in cents.
     */
    double balance(double bound, double cutoff) {
        double reached = bound;
        for (int round = 0; round < MOST_AUGMENTATIONS; round++) {
            int source = largestExcess();
            if (source < 0) return reached;
            ShortestPath nearest = path();
            int target = nearest.toDeficit(source);
            reached += nearest.raise(target);
            if (reached >= cutoff) return Double.POSITIVE_INFINITY;
            push(nearest, source, target);
            augmentations++;
        }
        throw new IllegalStateException("flow not balanced after %d augmentations".formatted(MOST_AUGMENTATIONS));
    }

    /** Made for the first surplus; a flow that starts balanced needs none. */
    private ShortestPath path() {
        ShortestPath known = path;
        if (known == null) known = new ShortestPath(network, flows, potential, excess);
        path = known;
        return known;
    }

    private void place(int arc) {
        int from = network.from(arc);
        int to = network.to(arc);
        flows.place(arc, potential[to] - potential[from], flows.flow(arc));
        excess[from] -= flows.flow(arc);
        excess[to] += flows.flow(arc);
    }

    private int largestExcess() {
        int largest = -1;
        double most = 0;
        for (int node = 0; node < excess.length; node++) {
            if (excess[node] > most) {
                most = excess[node];
                largest = node;
            }
        }
        return largest;
    }

    private void push(ShortestPath path, int source, int target) {
        double amount = Math.min(excess[source], -excess[target]);
        for (int node = target; node != source; node = path.before(node))
            amount = Math.min(amount, flows.residual(path.arcInto(node)));
        for (int node = target; node != source; node = path.before(node)) flows.move(path.arcInto(node), amount);
        excess[source] -= amount;
        excess[target] += amount;
    }

    double flow(int arc) {
        return flows.flow(arc);
    }

    double slopeLeft(int arc) {
        return flows.slopeLeft(arc);
    }

    double slopeRight(int arc) {
        return flows.slopeRight(arc);
    }

    double[] potentials() {
        return potential;
    }

    int augmentations() {
        return augmentations;
    }

    /** What the present flow costs, in cents. */
    double cost() {
        return flows.cost();
    }

    /** Keeps flows and potentials to come back to. */
    void save(FlowState state) {
        flows.copyTo(state);
        System.arraycopy(potential, 0, state.potential, 0, potential.length);
    }

    /** Comes back to a balanced state; the caller has put the curves of that state back. */
    void restore(FlowState state) {
        flows.copyFrom(state);
        System.arraycopy(state.potential, 0, potential, 0, potential.length);
        Arrays.fill(excess, 0);
    }
}
