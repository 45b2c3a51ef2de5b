package org.driftgate.rebalancing;

import java.util.Arrays;

/**
 * The segments of many curves that lie side by side, each the sum of two curves in series, put in one ascending order
 * (specification §2.4). Remembers whose each segment is, to hand a flow back.
 */
final class SeriesCurves {

    private final Curves curves;
    private int count;
    private final int[] owner;
    private final double[] slope;
    private final double[] length;
    /** How much of a segment only takes back a sale: the part of it below flow zero. */
    private final double[] below;

    private int[] runStart = new int[16];
    private int runs;
    private double lowest;
    private double lowestCost;
    private int[] order = {};
    private int arc;

    /** With room for so many segments. */
    SeriesCurves(Curves curves, int most) {
        this.curves = curves;
        owner = new int[most];
        slope = new double[most];
        length = new double[most];
        below = new double[most];
    }

    /** Adds two curves that always carry the same flow. */
    void add(int newOwner, int left, int right) {
        if (runs == runStart.length) runStart = Arrays.copyOf(runStart, runs * 2);
        runStart[runs++] = count;
        double from = Math.max(curves.lowest(left), curves.lowest(right));
        double end = Math.min(curves.highest(left), curves.highest(right));
        lowest += from;
        lowestCost += curves.cost(left, from) + curves.cost(right, from);
        int one = segmentAt(left, from);
        int other = segmentAt(right, from);
        while (from < end) {
            double oneEnd = curves.breakpoints()[one + left + 1];
            double otherEnd = curves.breakpoints()[other + right + 1];
            double to = Math.min(end, Math.min(oneEnd, otherEnd));
            append(newOwner, curves.slopes()[one] + curves.slopes()[other], from, to);
            if (oneEnd == to) one++;
            if (otherEnd == to) other++;
            from = to;
        }
    }

    private int segmentAt(int curve, double flow) {
        int segment = curves.firstSegment(curve);
        while (segment + 1 < curves.endSegment(curve) && curves.breakpoints()[segment + curve + 1] <= flow) segment++;
        return segment;
    }

    private void append(int newOwner, double steepness, double from, double to) {
        owner[count] = newOwner;
        slope[count] = steepness;
        below[count] = Math.max(0, Math.min(to, 0) - from);
        length[count++] = to - from;
    }

    /** Adds the merged curve and gives its number. */
    int merged() {
        sort();
        curves.begin(lowest, lowestCost);
        for (int index : order) curves.add(slope[index], length[index]);
        return curves.end();
    }

    /** By slope; equal slopes stay in the order of their owners. */
    private void sort() {
        order = new SlopeBuckets(slope, count).order();
        if (order.length < count) merge();
    }

    /** Merges the ascending runs of the owners, two and two. */
    private void merge() {
        int[] from = new int[count];
        int[] to = new int[count];
        for (int index = 0; index < count; index++) from[index] = index;
        int[] starts = Arrays.copyOf(runStart, runs + 1);
        starts[runs] = count;
        for (int left = runs; left > 1; left = (left + 1) / 2) {
            for (int run = 0; run < left; run += 2) {
                int middle = starts[run + 1];
                int end = run + 1 < left ? starts[run + 2] : middle;
                merge(from, to, starts[run], middle, end);
                starts[run / 2] = starts[run];
            }
            starts[(left + 1) / 2] = count;
            int[] swap = from;
            from = to;
            to = swap;
        }
        order = from;
    }

    private void merge(int[] from, int[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int place = start; place < end; place++) {
            boolean takeLeft = right >= end || (left < middle && slope[from[left]] <= slope[from[right]]);
            to[place] = takeLeft ? from[left++] : from[right++];
        }
    }

    /** The arc whose curve this is. */
    int arc() {
        return arc;
    }

    void carriedBy(int carrier) {
        arc = carrier;
    }

    /** Adds to each owner its part of a flow, above its own lowest; of equal slopes sales go back before anybody buys. */
    void handBack(double flow, double[] parts) {
        double left = flow - lowest;
        int end;
        for (int next = 0; left > 0 && next < count; next = end) {
            end = endOfTie(next);
            for (int place = next; place < end; place++) left -= give(parts, order[place], left, below[order[place]]);
            for (int place = next; place < end; place++) {
                int index = order[place];
                left -= give(parts, index, left, length[index] - below[index]);
            }
        }
    }

    private int endOfTie(int start) {
        int end = start + 1;
        while (end < count && slope[order[end]] == slope[order[start]]) end++;
        return end;
    }

    private double give(double[] parts, int index, double left, double most) {
        double part = Math.min(left, most);
        parts[owner[index]] += part;
        return part;
    }
}
