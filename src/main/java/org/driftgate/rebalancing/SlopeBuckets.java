package org.driftgate.rebalancing;

/**
 * Puts slopes in ascending order, equal ones as they came, by buckets of equal width and insertion: as many steps as slopes
 * where they are spread, and given up where they are not.
 */
final class SlopeBuckets {

    private static final int MOST_MOVES = 8;

    private final double[] slope;
    private final int count;

    SlopeBuckets(double[] slope, int count) {
        this.slope = slope;
        this.count = count;
    }

    /** The places of the slopes in order; empty when given up. */
    int[] order() {
        int[] order = spread();
        int moves = MOST_MOVES * count;
        for (int next = 1; next < count; next++) {
            int one = order[next];
            double steepness = slope[one];
            int place = next;
            while (place > 0 && slope[order[place - 1]] > steepness) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = one;
            moves -= next - place;
            if (moves < 0) return new int[0];
        }
        return order;
    }

    /** In the order of their buckets. */
    private int[] spread() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int index = 0; index < count; index++) {
            least = Math.min(least, slope[index]);
            most = Math.max(most, slope[index]);
        }
        double scale = most > least ? 2 * count / (most - least) : 0;
        int[] start = new int[2 * count + 2];
        int[] bucket = new int[count];
        for (int index = 0; index < count; index++) {
            bucket[index] = (int) ((slope[index] - least) * scale);
            start[bucket[index] + 1]++;
        }
        for (int index = 1; index < start.length; index++) start[index] += start[index - 1];
        int[] order = new int[count];
        for (int index = 0; index < count; index++) order[start[bucket[index]]++] = index;
        return order;
    }
}
