package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Dollars in, whole cents as an exact double inside the solver, dollars out. */
final class Cents {

    /** Below this many cents floating point errs by less than a thousandth of one. */
    private static final double SURE = 1e11;

    /** As many fit a long. */
    private static final int DIGITS = 18;

    private static final long[] POWERS = new long[18];

    private static final double[] TENTHS = new double[23];

    static {
        TENTHS[0] = 1;
        for (int digits = 1; digits < TENTHS.length; digits++) TENTHS[digits] = 10 * TENTHS[digits - 1];
        POWERS[0] = 1;
        for (int digits = 1; digits < POWERS.length; digits++) POWERS[digits] = 10 * POWERS[digits - 1];
    }

    private Cents() {}

    /** Amounts that fit a long, that is all but absurd ones, are rounded in integers. */
    static double of(BigDecimal dollars) {
        int beyond = dollars.scale() - 2;
        boolean small = beyond >= 0 && beyond < POWERS.length && dollars.precision() <= DIGITS;
        return small ? rounded(unscaled(dollars), POWERS[beyond]) : exactly(dollars);
    }

    /** A product in cents. Floating point decides where it is far enough from a tie, as exactly as decimals would. */
    static double product(BigDecimal dollars, BigDecimal share) {
        return product(approximate(dollars) * approximate(share), dollars, share);
    }

    /** The same where the product in dollars is known to a few units in the last place. */
    static double product(double about, BigDecimal dollars, BigDecimal share) {
        double near = 100 * about;
        double rounded = Math.rint(near);
        boolean clear = Math.abs(near) < SURE && Math.abs(Math.abs(near - rounded) - 0.5) > 1e-3;
        return clear ? rounded + 0.0 : of(dollars.multiply(share));
    }

    /** To a few units in the last place; {@link BigDecimal#doubleValue} goes over text where digits are many. */
    static double approximate(BigDecimal value) {
        boolean small = value.precision() <= DIGITS && value.scale() >= 0 && value.scale() < TENTHS.length;
        return small ? unscaled(value) / TENTHS[value.scale()] : value.doubleValue();
    }

    private static long unscaled(BigDecimal value) {
        return value.scaleByPowerOfTen(value.scale()).longValue();
    }

    /** A quotient to the nearest integer, a tie to the even one. */
    private static double rounded(long amount, long unit) {
        long quotient = amount / unit;
        long twice = 2 * Math.abs(amount % unit);
        boolean away = twice > unit || (twice == unit && (quotient & 1) != 0);
        return away ? quotient + Long.signum(amount) : quotient;
    }

    private static double exactly(BigDecimal dollars) {
        return dollars.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).doubleValue();
    }

    static BigDecimal dollars(double cents) {
        return new BigDecimal(Math.rint(cents)).movePointLeft(2);
    }

    /** With thousands separated and two decimals, for instance -$1,234.50; never -$0.00. */
    static String text(double cents) {
        double shown = Math.abs(cents) < 0.5 ? 0 : cents;
        return String.format(Locale.US, "%s$%,.2f", shown < 0 ? "-" : "", Math.abs(shown) / 100);
    }
}
