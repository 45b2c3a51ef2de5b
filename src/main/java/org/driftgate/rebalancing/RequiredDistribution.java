package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Required minimum distributions: last year's closing balance over the divisor of the Uniform Lifetime Table (26 CFR
 * §1.401(a)(9)-9(c), 2022), from the age of SECURE 2.0 §107 on. A person's own IRAs may pay for one another (26 CFR
 * §1.408-8 Q&amp;A-9), a 401(k) and a spouse's IRA never.
 */
public final class RequiredDistribution {

    private static final int FIRST_AGE = 72;
    private static final double[] DIVISORS = {
        27.4, 26.5, 25.5, 24.6, 23.7, 22.9, 22.0, 21.1, 20.2, 19.4, 18.5, 17.7, 16.8, 16.0, 15.2, 14.4, 13.7, 12.9,
        12.2, 11.5, 10.8, 10.1, 9.5, 8.9, 8.4, 7.8, 7.3, 6.8, 6.4, 6.0, 5.6, 5.2, 4.9, 4.6, 4.3, 4.1, 3.9, 3.7, 3.5,
        3.4, 3.3, 3.1, 3.0, 2.9, 2.8, 2.7, 2.5, 2.3, 2.0
    };

    private RequiredDistribution() {}

    /** The age from which distributions are required; for the birth year 1959 the proposed regulations say 73. */
    public static int applicableAge(int birthYear) {
        if (birthYear >= 1960) return 75;
        return birthYear >= 1951 ? 73 : FIRST_AGE;
    }

    /** Whether an owner born in that year must take a distribution for the year, by the age reached in it. */
    public static boolean isRequired(int birthYear, int year) {
        return year - birthYear >= applicableAge(birthYear);
    }

    public static BigDecimal divisor(int age) {
        if (age < FIRST_AGE) throw new IllegalArgumentException("no divisor below %d: %d".formatted(FIRST_AGE, age));
        return BigDecimal.valueOf(DIVISORS[Math.min(age - FIRST_AGE, DIVISORS.length - 1)]);
    }

    /** In dollars and cents. */
    public static BigDecimal amount(BigDecimal lastYearsBalance, int age) {
        return lastYearsBalance.divide(divisor(age), 2, RoundingMode.HALF_UP);
    }
}
