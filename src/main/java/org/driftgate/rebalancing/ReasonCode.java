package org.driftgate.rebalancing;

/** Why a trade is proposed, read off where the household starts and what the plan does. */
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
