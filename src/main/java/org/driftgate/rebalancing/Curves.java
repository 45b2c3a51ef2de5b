package org.driftgate.rebalancing;

import java.util.Arrays;

/**
 * Convex piecewise-linear cost curves, one after the other in growing arrays. Flows are whole cents, slopes dollars per
 * dollar in multiples of 2^-38, so that sums of slopes are exact. A curve without segments allows one flow only.
 */
final class Curves {

    /** Slopes are rounded to this grid; the error is below 2e-12 dollars per dollar. */
    static final double SLOPE_GRID = 0x1p38;

    private int count;
    private int[] first;
    private double[] startCost;
    private double[] slope;
    private double[] breakpoint;
    private boolean open;

    Curves() {
        this(32, 128);
    }

    /** With room for so many; more may come. */
    Curves(int curves, int segments) {
        first = new int[curves + 2];
        startCost = new double[curves + 1];
        slope = new double[segments + 2];
        breakpoint = new double[curves + segments + 2];
    }

    static double onGrid(double slope) {
        return Math.rint(slope * SLOPE_GRID) / SLOPE_GRID;
    }

    void clear() {
        count = 0;
        open = false;
    }

    int size() {
        return count;
    }

    /** Starts a curve at its lowest flow, in cents, with what that flow costs, in cents. */
    void begin(double lowest, double cost) {
        if (open) throw new IllegalStateException("curve %d is still open".formatted(count));
        if (count + 2 > first.length) first = Arrays.copyOf(first, 2 * first.length);
        if (count == startCost.length) startCost = Arrays.copyOf(startCost, 2 * count);
        first[count + 1] = first[count];
        startCost[count] = cost;
        growFor(first[count] + count + 1);
        breakpoint[first[count] + count] = lowest;
        open = true;
    }

    /** Adds a segment to the right; an empty one is dropped, one as steep as the last lengthens it. */
    void add(double steepness, double length) {
        if (length < 0 || Double.isNaN(length)) throw new IllegalArgumentException("segment of length " + length);
        if (length == 0) return;
        double rounded = onGrid(steepness);
        int next = first[count + 1];
        boolean hasLast = next > first[count];
        if (hasLast && rounded < slope[next - 1])
            throw new IllegalStateException("slope %s after %s: not convex".formatted(rounded, slope[next - 1]));
        growFor(next + count + 2);
        if (hasLast && rounded == slope[next - 1]) {
            breakpoint[next + count] += length;
            return;
        }
        slope[next] = rounded;
        breakpoint[next + count + 1] = breakpoint[next + count] + length;
        first[count + 1] = next + 1;
    }

    /** Ends the curve and gives its number. */
    int end() {
        open = false;
        return count++;
    }

    /** Ends the curve such that a flow of zero, which must lie in its domain, costs {@code atZero}. */
    int endWithCostAtZero(double atZero) {
        double before = 0;
        for (int segment = first[count]; segment < first[count + 1]; segment++) {
            double from = breakpoint[segment + count];
            double to = Math.min(0, breakpoint[segment + count + 1]);
            if (to > from) before += slope[segment] * (to - from);
        }
        startCost[count] = atZero - before;
        return end();
    }

    /** Ends the curve such that its lowest flow costs {@code atStart}. */
    int endWithCostAtStart(double atStart) {
        startCost[count] = atStart;
        return end();
    }

    /** Adds the part of a curve between two flows of its domain and gives its number. */
    int cut(int curve, double low, double high) {
        begin(low, cost(curve, low));
        for (int segment = first[curve]; segment < first[curve + 1]; segment++) {
            double from = Math.max(low, breakpoint[segment + curve]);
            double to = Math.min(high, breakpoint[segment + curve + 1]);
            if (to > from) add(slope[segment], to - from);
        }
        return end();
    }

    /** How far a flow lies above the breakpoint below it. */
    double left(int curve, double flow) {
        int segment = first[curve + 1] - 1;
        while (segment > first[curve] && breakpoint[segment + curve] >= flow) segment--;
        return flow - breakpoint[segment + curve];
    }

    double lowest(int curve) {
        return breakpoint[first[curve] + curve];
    }

    double highest(int curve) {
        return breakpoint[first[curve + 1] + curve];
    }

    int firstSegment(int curve) {
        return first[curve];
    }

    int endSegment(int curve) {
        return first[curve + 1];
    }

    double startCost(int curve) {
        return startCost[curve];
    }

    double[] slopes() {
        return slope;
    }

    /** Every curve has one breakpoint more than segments: segment s of curve c starts at the breakpoint s + c. */
    double[] breakpoints() {
        return breakpoint;
    }

    /** What a flow costs, in cents. */
    double cost(int curve, double flow) {
        double cost = startCost[curve];
        for (int segment = first[curve]; segment < first[curve + 1]; segment++) {
            double from = breakpoint[segment + curve];
            if (flow <= from) break;
            cost += slope[segment] * (Math.min(flow, breakpoint[segment + curve + 1]) - from);
        }
        return cost;
    }

    private void growFor(int size) {
        if (size >= breakpoint.length) breakpoint = Arrays.copyOf(breakpoint, breakpoint.length * 2);
        if (size - count >= slope.length) slope = Arrays.copyOf(slope, slope.length * 2);
    }
}
