package org.driftgate.rebalancing;

/** The slopes of a curve on both sides of a flow. */
final class CurveSlopes {

    private CurveSlopes() {}

    /** Slope just below a flow, minus infinity at the lowest. */
    static double below(Curves curves, int curve, double flow) {
        int first = curves.firstSegment(curve);
        int segment = curves.endSegment(curve) - 1;
        while (segment >= first && curves.breakpoints()[segment + curve] >= flow) segment--;
        return segment < first ? Double.NEGATIVE_INFINITY : curves.slopes()[segment];
    }

    /** Slope just above a flow, infinite at the highest. */
    static double above(Curves curves, int curve, double flow) {
        int end = curves.endSegment(curve);
        int segment = curves.firstSegment(curve);
        while (segment < end && curves.breakpoints()[segment + curve + 1] <= flow) segment++;
        return segment == end ? Double.POSITIVE_INFINITY : curves.slopes()[segment];
    }
}
