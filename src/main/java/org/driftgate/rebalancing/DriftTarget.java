package org.driftgate.rebalancing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Weights of the household between which drift is free once trading starts, and the price per year of a dollar outside;
 * without a price the band is hard.
 */
public record DriftTarget(
        BigDecimal low, BigDecimal high, @Nullable BigDecimal price) {

    /** The smaller of an absolute and a relative half-width; null means not configured. */
    public static BigDecimal halfWidth(
            BigDecimal target, @Nullable BigDecimal absolute, @Nullable BigDecimal relative) {
        BigDecimal width = relative == null ? null : relative.multiply(target);
        if (absolute == null) return width == null ? BigDecimal.ZERO : width;
        return width == null ? absolute : absolute.min(width);
    }

    /** A class beyond its band has drifted; at the edge it has not. */
    public static boolean isBreached(BigDecimal actual, BigDecimal target, BigDecimal halfWidth) {
        return actual.subtract(target).abs().compareTo(halfWidth) > 0;
    }

    /** The free zone around a target: the whole band inside it, what the stop leaves of it when breached. */
    public static DriftTarget around(
            BigDecimal target, BigDecimal halfWidth, boolean breached, Stop stop, @Nullable BigDecimal price) {
        return around(target, breached ? halfWidth.multiply(stop.share) : halfWidth, price);
    }

    /** The free zone that reaches {@code free} to both sides of a target. */
    static DriftTarget around(BigDecimal target, BigDecimal free, @Nullable BigDecimal price) {
        return new DriftTarget(target.subtract(free), target.add(free), price);
    }

    /** How far a breached class is brought back: to the edge of its band, half of it, or the target. */
    public enum Stop {
        EDGE("1"),
        HALF("0.5"),
        TARGET("0");

        private final BigDecimal share;

        Stop(String share) {
            this.share = new BigDecimal(share);
        }
    }
}
