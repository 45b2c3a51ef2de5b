package org.driftgate.rebalancing;

/** The flow on every arc, the segment of its curve in which it lies and the slopes on both sides. */
final class ArcFlows {

    private final FlowNetwork network;
    private final Curves curves;
    private final double[] flow;
    private final int[] segment;
    private final double[] slopeLeft;
    private final double[] slopeRight;

    ArcFlows(FlowNetwork network) {
        this.network = network;
        curves = network.curves;
        flow = new double[network.arcs()];
        segment = new int[network.arcs()];
        slopeLeft = new double[network.arcs()];
        slopeRight = new double[network.arcs()];
    }

    /** Puts an arc at the flow nearest to {@code wanted} that is optimal at a price. */
    void place(int arc, double price, double wanted) {
        int curve = network.curve(arc);
        int start = curves.firstSegment(curve);
        int end = curves.endSegment(curve);
        int low = firstNotBelow(start, end, price);
        double from = curves.breakpoints()[low + curve];
        if (low < end && curves.slopes()[low] == price) {
            double to = curves.breakpoints()[low + curve + 1];
            flow[arc] = Math.max(from, Math.min(to, wanted));
            segment[arc] = low;
            readSlopes(arc);
            return;
        }
        flow[arc] = from;
        segment[arc] = Math.max(start, Math.min(low, end - 1));
        slopeLeft[arc] = low > start ? curves.slopes()[low - 1] : Double.NEGATIVE_INFINITY;
        slopeRight[arc] = low < end ? curves.slopes()[low] : Double.POSITIVE_INFINITY;
    }

    private int firstNotBelow(int start, int end, double price) {
        double[] slope = curves.slopes();
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (slope[middle] < price) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** Slope to the right of the flow, infinite at the end of the curve. */
    double slopeRight(int arc) {
        return slopeRight[arc];
    }

    /** Slope to the left of the flow, minus infinity at the start of the curve. */
    double slopeLeft(int arc) {
        return slopeLeft[arc];
    }

    private void readSlopes(int arc) {
        int curve = network.curve(arc);
        int here = segment[arc];
        int end = curves.endSegment(curve);
        double[] slope = curves.slopes();
        double[] breakpoint = curves.breakpoints();
        boolean belowEnd = here < end && flow[arc] < breakpoint[here + curve + 1];
        boolean aboveStart = here < end && flow[arc] > breakpoint[here + curve];
        double next = here + 1 < end ? slope[here + 1] : Double.POSITIVE_INFINITY;
        double last = here > curves.firstSegment(curve) ? slope[here - 1] : Double.NEGATIVE_INFINITY;
        slopeRight[arc] = belowEnd ? slope[here] : next;
        slopeLeft[arc] = aboveStart ? slope[here] : last;
    }

    /** How far the flow can go in a direction (k forward, ~k backward) before the slope changes. */
    double residual(int direction) {
        int arc = direction < 0 ? ~direction : direction;
        double[] breakpoint = curves.breakpoints();
        int right = segment[arc] + network.curve(arc) + 1;
        if (direction >= 0)
            return flow[arc] < breakpoint[right] ? breakpoint[right] - flow[arc] : breakpoint[right + 1] - flow[arc];
        int left = right - 1;
        return flow[arc] > breakpoint[left] ? flow[arc] - breakpoint[left] : flow[arc] - breakpoint[left - 1];
    }

    void move(int direction, double amount) {
        int arc = direction < 0 ? ~direction : direction;
        double[] breakpoint = curves.breakpoints();
        flow[arc] += direction < 0 ? -amount : amount;
        int curve = network.curve(arc);
        if (flow[arc] > breakpoint[segment[arc] + curve + 1]) segment[arc]++;
        else if (flow[arc] < breakpoint[segment[arc] + curve]) segment[arc]--;
        readSlopes(arc);
    }

    double flow(int arc) {
        return flow[arc];
    }

    void wish(int arc, double cents) {
        flow[arc] = cents;
    }

    /** What the present flows cost, in cents. */
    double cost() {
        double cost = 0;
        for (int arc = 0; arc < flow.length; arc++) cost += curves.cost(network.curve(arc), flow[arc]);
        return cost;
    }

    void copyTo(FlowState state) {
        System.arraycopy(flow, 0, state.flow, 0, flow.length);
        System.arraycopy(segment, 0, state.segment, 0, segment.length);
        System.arraycopy(slopeLeft, 0, state.slopeLeft, 0, slopeLeft.length);
        System.arraycopy(slopeRight, 0, state.slopeRight, 0, slopeRight.length);
    }

    void copyFrom(FlowState state) {
        System.arraycopy(state.flow, 0, flow, 0, flow.length);
        System.arraycopy(state.segment, 0, segment, 0, segment.length);
        System.arraycopy(state.slopeLeft, 0, slopeLeft, 0, slopeLeft.length);
        System.arraycopy(state.slopeRight, 0, slopeRight, 0, slopeRight.length);
    }
}
