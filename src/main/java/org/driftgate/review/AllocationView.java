package org.driftgate.review;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.drift.DriftReport.TierDrift;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Weight;
import org.jspecify.annotations.Nullable;

/** Current, target and proposed weight of every class and of what lies below, in percent, and whether it is outside its band. */
final class AllocationView {

    private AllocationView() {}

    static List<ReviewView.AllocationLine> of(Assessment assessment) {
        Map<AssetClass, ClassDrift> after = new HashMap<>();
        assessment.after().classes().forEach(drift -> after.put(drift.assetClass(), drift));
        return assessment.before().classes().stream()
                .map(now -> line(now, after.get(now.assetClass())))
                .toList();
    }

    private static ReviewView.AllocationLine line(ClassDrift now, @Nullable ClassDrift after) {
        return new ReviewView.AllocationLine(
                now.assetClass().value(),
                percent(now.actual()),
                percent(now.target()),
                percent(after == null ? Weight.ZERO : after.actual()),
                percent(now.band()),
                now.outside(),
                after != null && after.outside());
    }

    /** What lies below the classes, where it is outside its own band now or after the trades. */
    static List<ReviewView.TierLine> tiersOf(Assessment assessment) {
        Map<List<Object>, TierDrift> after = new HashMap<>();
        assessment.after().tiers().forEach(tier -> after.put(keyOf(tier), tier));
        return assessment.before().tiers().stream()
                .filter(now -> now.outside() || isOutside(after.get(keyOf(now))))
                .map(now -> line(now, after.get(keyOf(now))))
                .toList();
    }

    private static List<Object> keyOf(TierDrift tier) {
        return List.of(tier.tier(), tier.assetClass(), tier.name());
    }

    private static boolean isOutside(@Nullable TierDrift after) {
        return after != null && after.outside();
    }

    private static ReviewView.TierLine line(TierDrift now, @Nullable TierDrift after) {
        return new ReviewView.TierLine(
                now.tier().name(),
                now.name(),
                now.assetClass().value(),
                percent(now.actual()),
                percent(now.target()),
                percent(after == null ? Weight.ZERO : after.actual()),
                percent(now.band()),
                now.outside(),
                isOutside(after));
    }

    private static BigDecimal percent(Weight weight) {
        return new BigDecimal(weight.inPercent());
    }
}
