package org.driftgate.modelportfolio;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.driftgate.shared.Weight;

/**
 * How far a weight may stray from its target on either side; exactly at the edge is still inside. Written as "5 points",
 * "20 %" (of the target) or "5 points or 25 %", of which the narrower counts.
 */
public sealed interface ToleranceBand {

    Weight halfWidth(Weight target);

    default boolean contains(Weight actual, Weight target) {
        return actual.minus(target).absolute().compareTo(halfWidth(target)) <= 0;
    }

    static ToleranceBand of(String text) {
        return Arrays.stream(text.split("\\bor\\b", -1))
                .map(part -> Width.parse(part.trim(), text))
                .reduce(Narrower::new)
                .orElseThrow();
    }

    /** The same distance for every target. */
    record Absolute(Weight points) implements ToleranceBand {

        @Override
        public Weight halfWidth(Weight target) {
            return points;
        }
    }

    /** A share of the target. A class without target has no width of its own; five points count there. */
    record Relative(BigDecimal share) implements ToleranceBand {

        private static final Weight WITHOUT_TARGET = Weight.percent("5");

        @Override
        public Weight halfWidth(Weight target) {
            if (target.equals(Weight.ZERO)) return WITHOUT_TARGET;
            return new Weight(target.value().multiply(share));
        }
    }

    /** The lesser of two widths, such as the 5/25 rule. */
    record Narrower(ToleranceBand one, ToleranceBand other) implements ToleranceBand {

        @Override
        public Weight halfWidth(Weight target) {
            Weight first = one.halfWidth(target);
            Weight second = other.halfWidth(target);
            return first.compareTo(second) <= 0 ? first : second;
        }
    }

    /** The written form of one width. */
    final class Width {

        private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(points?|%|percent)");

        private Width() {}

        private static ToleranceBand parse(String part, String whole) {
            Matcher form = FORM.matcher(part);
            if (!form.matches())
                throw new IllegalArgumentException("'%s' is not a band; write '5 points' or '20 %%'".formatted(whole));
            BigDecimal fraction = new BigDecimal(form.group(1)).movePointLeft(2);
            return form.group(2).startsWith("point") ? new Absolute(new Weight(fraction)) : new Relative(fraction);
        }
    }
}
