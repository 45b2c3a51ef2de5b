package org.driftgate.rebalancing;

/** Why a trade is proposed, read off the curves that are not flat where it ends. */
public enum ReasonCode {
    OVERWEIGHT,
    UNDERWEIGHT,
    FUNDS_BUY,
    RAISES_CASH,
    INVESTS_CASH,
    HARVEST,
    REPLACES_HARVEST,
    RELOCATES,
    SWEEP,
    FORCED_WASH,
    BUDGET_BOUND,
    ROUNDING
}
