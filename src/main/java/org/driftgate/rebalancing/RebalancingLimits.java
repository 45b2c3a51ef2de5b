package org.driftgate.rebalancing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Limits on what and when a household trades. {@code turnover} is the most of its value that may change hands, half of
 * purchases and sales together; {@code volumeShare} the most of a security's known average daily volume; null means
 * none. Cash called later than {@code horizonDays} is not raised yet. {@code costsFromCash}: trading costs are paid from
 * the account's cash, so needs and reserves are kept after them. {@code keepsDrift}: the classes together end no further
 * from their targets than they are, unless cash forces it.
 */
public record RebalancingLimits(
        @Nullable BigDecimal turnover,
        @Nullable BigDecimal volumeShare,
        int horizonDays,
        boolean costsFromCash,
        boolean keepsDrift) {

    public static final RebalancingLimits NONE = new RebalancingLimits(null, null, 60, false, false);

    public RebalancingLimits withTurnover(BigDecimal share) {
        return new RebalancingLimits(share, volumeShare, horizonDays, costsFromCash, keepsDrift);
    }

    public RebalancingLimits withVolumeShare(BigDecimal share) {
        return new RebalancingLimits(turnover, share, horizonDays, costsFromCash, keepsDrift);
    }

    public RebalancingLimits withCostsFromCash(boolean paid) {
        return new RebalancingLimits(turnover, volumeShare, horizonDays, paid, keepsDrift);
    }

    public RebalancingLimits withKeepsDrift(boolean keeps) {
        return new RebalancingLimits(turnover, volumeShare, horizonDays, costsFromCash, keeps);
    }
}
