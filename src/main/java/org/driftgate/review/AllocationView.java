package org.driftgate.review;

import java.math.BigDecimal;
import java.util.List;
import org.driftgate.drift.DriftReport;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.shared.Weight;

/** Current, target and proposed weight of every class, in percent; {@code outside} is about today. */
final class AllocationView {

    private AllocationView() {}

    static List<ReviewView.AllocationLine> of(Assessment assessment) {
        DriftReport after = assessment.after();
        return assessment.before().classes().stream()
                .map(now -> new ReviewView.AllocationLine(
                        now.assetClass().value(),
                        percent(now.actual()),
                        percent(now.target()),
                        percent(actual(after, now)),
                        percent(now.band()),
                        now.outside()))
                .toList();
    }

    private static Weight actual(DriftReport after, ClassDrift now) {
        return after.classes().stream()
                .filter(drift -> drift.assetClass().equals(now.assetClass()))
                .findFirst()
                .map(ClassDrift::actual)
                .orElse(Weight.ZERO);
    }

    private static BigDecimal percent(Weight weight) {
        return new BigDecimal(weight.inPercent());
    }
}
