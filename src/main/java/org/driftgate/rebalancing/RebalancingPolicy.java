package org.driftgate.rebalancing;

import java.math.BigDecimal;

/**
 * How a household is rebalanced; prices per dollar and year of horizon, money in dollars. {@code harvestPercent} is a share
 * of the basis, both harvest thresholds must be met; {@code minimumTrade} and {@code minimumBenefit} are per ticket.
 * {@code taxWeight} multiplies tax in the objective and nowhere else: what a person is shown is the tax.
 */
public record RebalancingPolicy(
        BigDecimal idleCashCost,
        Location location,
        Tax tax,
        Budget budget,
        BigDecimal harvestPercent,
        BigDecimal harvestDollars,
        NearLongTerm nearLongTerm,
        int banDays,
        BigDecimal minimumTrade,
        BigDecimal minimumBenefit,
        boolean wholeShares,
        RebalancingLimits limits,
        BigDecimal taxWeight) {

    public static final RebalancingPolicy STANDARD = new RebalancingPolicy(
            new BigDecimal("0.002"),
            Location.HOLDING,
            Tax.MARGINAL,
            Budget.NET,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            NearLongTerm.OFF,
            0,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            false,
            RebalancingLimits.NONE,
            BigDecimal.ONE);

    public RebalancingPolicy withLimits(RebalancingLimits other) {
        return new RebalancingPolicy(
                idleCashCost,
                location,
                tax,
                budget,
                harvestPercent,
                harvestDollars,
                nearLongTerm,
                banDays,
                minimumTrade,
                minimumBenefit,
                wholeShares,
                other,
                taxWeight);
    }

    /** Whether the drag of a class counts on all that is held or on purchases only. */
    public enum Location {
        HOLDING,
        PURCHASE
    }

    /** Lots at the unit's rates, or prices that agree with its netted tax. */
    public enum Tax {
        MARGINAL,
        NETTED
    }

    /** Whether losses make room in the gains budget. */
    public enum Budget {
        NET,
        GROSS
    }

    /** What is done about short-term lots that soon become long-term. */
    public enum NearLongTerm {
        PRICE,
        BAN,
        OFF
    }
}
