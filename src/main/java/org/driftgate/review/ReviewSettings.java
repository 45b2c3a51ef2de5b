package org.driftgate.review;

import java.math.BigDecimal;
import java.time.Period;
import org.driftgate.household.Household;
import org.driftgate.household.Household.ApprovalMode;
import org.driftgate.shared.Weight;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The firm's limits: the weight of a single stock as a fraction of the household's value, and how far ahead cash has to
 * cover withdrawals and required distributions (the same as {@code driftgate.drift.cash-need-horizon}). {@code approvalMode}
 * makes the whole firm decide one way; without it the portfolio source says it for each household.
 */
@ConfigurationProperties("driftgate.review")
record ReviewSettings(
        @DefaultValue("0.20") BigDecimal concentrationLimit,
        @DefaultValue("P60D") Period cashNeedHorizon,
        @Nullable ApprovalMode approvalMode) {

    ApprovalMode approvalModeOf(Household household) {
        return approvalMode != null ? approvalMode : household.approvalMode();
    }

    Weight concentration() {
        return new Weight(concentrationLimit);
    }
}
