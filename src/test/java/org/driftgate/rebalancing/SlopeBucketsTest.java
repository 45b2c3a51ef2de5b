package org.driftgate.rebalancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buckets against the stable order of the library. */
class SlopeBucketsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 40, 1000})
    void ordersLikeAStableSort(int count) {
        for (int seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            double[] slope = random.doubles(count, -1, 1)
                    .map(one -> random.nextInt(3) == 0 ? 0.0005 : one)
                    .toArray();
            assertThat(new SlopeBuckets(slope, count).order())
                    .as("seed %d", seed)
                    .containsExactly(stable(slope));
        }
    }

    @Test
    void givesUpWhereOneSlopeSpreadsTheBucketsTooWide() {
        double[] slope = new Random(1).doubles(1000).toArray();
        slope[500] = 1e9;
        assertThat(new SlopeBuckets(slope, slope.length).order()).isEmpty();
    }

    private static int[] stable(double[] slope) {
        return IntStream.range(0, slope.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> slope[index]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
