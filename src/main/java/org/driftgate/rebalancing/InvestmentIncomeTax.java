package org.driftgate.rebalancing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The net investment income tax: 3.8 % of the lesser of that income and of income over the threshold (IRC §1411). */
public final class InvestmentIncomeTax {

    private static final BigDecimal RATE = new BigDecimal("0.038");

    private InvestmentIncomeTax() {}

    public static BigDecimal of(BigDecimal investmentIncome, BigDecimal adjustedIncome, FilingStatus status) {
        BigDecimal over = adjustedIncome.subtract(status.threshold).max(BigDecimal.ZERO);
        return investmentIncome.max(BigDecimal.ZERO).min(over).multiply(RATE).setScale(2, RoundingMode.HALF_UP);
    }

    /** The thresholds by filing status, head of household and surviving spouse included; they are not indexed. */
    public enum FilingStatus {
        SINGLE(200_000),
        HOH(200_000),
        MFJ(250_000),
        QSS(250_000),
        MFS(125_000);

        private final BigDecimal threshold;

        FilingStatus(int threshold) {
            this.threshold = BigDecimal.valueOf(threshold);
        }
    }
}
