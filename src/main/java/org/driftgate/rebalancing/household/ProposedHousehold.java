package org.driftgate.rebalancing.household;

import java.util.List;
import org.driftgate.drift.DriftReport;
import org.driftgate.rebalancing.Rebalancing;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for a household and why, or why nothing is. {@code drift} is that before the trades, null when it could
 * not be measured; {@code rebalancing} holds trades only when the status is OK.
 */
public record ProposedHousehold(
        HouseholdId household,
        Status status,
        String reason,
        @Nullable DriftReport drift,
        Weight driftAfter,
        @Nullable Rebalancing rebalancing) {

    /** Nothing was asked of the solver. */
    static ProposedHousehold setAside(HouseholdId household, List<String> reasons, @Nullable DriftReport drift) {
        Weight total = drift == null ? Weight.ZERO : drift.totalDrift();
        String reason = String.join("; ", reasons);
        return new ProposedHousehold(household, Status.SET_ASIDE, reason, drift, total, null);
    }

    /** More is due than the household has, so that nothing is left of which drift could be measured. */
    static ProposedHousehold beyondReach(HouseholdId household, List<String> sentences) {
        String reason = String.join(". ", sentences);
        return new ProposedHousehold(household, Status.INFEASIBLE, reason, null, Weight.ZERO, null);
    }

    /** Half of what securities and cash are away from the model's weights before any trade; 0 where drift has no measure. */
    public Weight trackingBefore() {
        return drift == null ? Weight.ZERO : TrackingDifference.after(drift, List.of());
    }

    /** The same after the trades, if they are to be made. */
    public Weight trackingAfter() {
        if (status != Status.OK || drift == null || rebalancing == null) return trackingBefore();
        return TrackingDifference.after(drift, rebalancing.trades());
    }

    /** How a household ends. */
    public enum Status {
        OK,
        NO_TRADE,
        INFEASIBLE,
        SET_ASIDE
    }
}
