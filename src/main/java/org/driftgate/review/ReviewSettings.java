package org.driftgate.review;

import java.math.BigDecimal;
import java.time.Duration;
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
 * {@code undoMinimum}: how long an approval rests before anything of it is claimed, five minutes at least.
 * {@code highGain}: taxable gains of one sale, in dollars, above which the line says so.
 * {@code selfApproval}: a firm of one person may sign its own proposals, each time on the record.
 */
@ConfigurationProperties("driftgate.review")
record ReviewSettings(
        @DefaultValue("0.20") BigDecimal concentrationLimit,
        @DefaultValue("P60D") Period cashNeedHorizon,
        @Nullable ApprovalMode approvalMode,
        @DefaultValue("PT5M") Duration undoMinimum,
        @DefaultValue("false") boolean selfApproval,
        @DefaultValue("50000") BigDecimal highGain) {

    static final Duration SHORTEST_UNDO = Duration.ofMinutes(5);

    ReviewSettings {
        if (undoMinimum.compareTo(SHORTEST_UNDO) < 0)
            throw new IllegalArgumentException(
                    "driftgate.review.undo-minimum is %s; an approval can be taken back for at least %s"
                            .formatted(undoMinimum, SHORTEST_UNDO));
    }

    ApprovalMode approvalModeOf(Household household) {
        return approvalModeOr(household.approvalMode());
    }

    ApprovalMode approvalModeOr(ApprovalMode ofTheHousehold) {
        return approvalMode != null ? approvalMode : ofTheHousehold;
    }

    Weight concentration() {
        return new Weight(concentrationLimit);
    }
}
