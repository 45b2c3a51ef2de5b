package org.driftgate.rebalancing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The price of drift of a security, sub-class, class or cash as a curve of the money that flows into it
 * (specification §1.5): free inside the stop band, the drift price per dollar outside.
 */
final class DriftCurve {

    private DriftCurve() {}

    /** The values, in cents, between which drift is free, and the price of a dollar outside. */
    record Band(double low, double high, double price) {

        /** Without a target any value is free. */
        static final Band FREE = new Band(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);

        Band {
            if (low > high) throw new IllegalArgumentException("band from %s to %s".formatted(low, high));
        }

        /** In cents of a household's value in dollars: hard without a price, free without a target. */
        static Band of(@Nullable DriftTarget target, BigDecimal value) {
            if (target == null) return FREE;
            BigDecimal price = target.price();
            return new Band(
                    edge(target.low(), value),
                    edge(target.high(), value),
                    price == null ? Tiers.HARD_BAND : price.doubleValue());
        }

        private static double edge(BigDecimal weight, BigDecimal value) {
            return Cents.product(value, weight);
        }

        /** In whole cents. */
        double middle() {
            return Math.rint((low + high) / 2);
        }

        /** How far a value is from the middle. */
        double away(double value) {
            return this == FREE ? 0 : Math.abs(value - middle());
        }

        /** What a value costs, in cents. */
        double cost(double value) {
            return price * Math.max(0, Math.max(low - value, value - high));
        }
    }

    /** Adds a curve on which every dollar away from the middle of its band costs {@code more}. */
    static int add(Curves curves, Band band, double held, double most, double more) {
        if (more == 0 || band == Band.FREE) return add(curves, band, held, most);
        double low = Math.max(-most, Math.min(most, band.low - held));
        double middle = Math.max(-most, Math.min(most, band.middle() - held));
        double high = Math.max(-most, Math.min(most, band.high - held));
        curves.begin(-most, band.cost(held - most) + more * band.away(held - most));
        curves.add(-band.price - more, low + most);
        curves.add(-more, middle - low);
        curves.add(more, high - middle);
        curves.add(band.price + more, most - high);
        return curves.end();
    }

    /** Adds the curve for something of which {@code held} cents are held now; {@code most} bounds its change. */
    static int add(Curves curves, Band band, double held, double most) {
        double low = Math.max(-most, Math.min(most, band.low - held));
        double high = Math.max(-most, Math.min(most, band.high - held));
        curves.begin(-most, band.cost(held - most));
        curves.add(-band.price, low + most);
        curves.add(0, high - low);
        curves.add(band.price, most - high);
        return curves.end();
    }
}
