package org.driftgate.review;

import java.util.stream.Stream;
import org.driftgate.drift.DriftReport;
import org.driftgate.drift.DriftReport.ClassDrift;
import org.driftgate.shared.AssetClass;
import org.driftgate.shared.Weight;

/** Compares how far classes are outside their bands. */
final class DriftComparison {

    private DriftComparison() {}

    /** A sentence for every class that is further outside its band in the later report than in both others. */
    static Stream<String> worseThanBoth(DriftReport one, DriftReport other, DriftReport later) {
        return later.classes().stream()
                .filter(drift -> excess(drift).compareTo(excess(one, drift.assetClass())) > 0)
                .filter(drift -> excess(drift).compareTo(excess(other, drift.assetClass())) > 0)
                .map(DriftComparison::sentence);
    }

    static String sentence(ClassDrift drift) {
        return "%s moves further outside its band: %s points of drift after the trades, band %s"
                .formatted(
                        drift.assetClass(),
                        drift.drift().inPercent(),
                        drift.band().inPercent());
    }

    static Weight excess(DriftReport report, AssetClass assetClass) {
        return report.classes().stream()
                .filter(drift -> drift.assetClass().equals(assetClass))
                .findFirst()
                .map(DriftComparison::excess)
                .orElse(Weight.ZERO);
    }

    /** What the class is of the household; nothing where the report has no such class. */
    static Weight weight(DriftReport report, AssetClass assetClass) {
        return report.classes().stream()
                .filter(drift -> drift.assetClass().equals(assetClass))
                .findFirst()
                .map(ClassDrift::actual)
                .orElse(Weight.ZERO);
    }

    static Weight excess(ClassDrift drift) {
        Weight beyond = drift.drift().absolute().minus(drift.band());
        return beyond.compareTo(Weight.ZERO) > 0 ? beyond : Weight.ZERO;
    }
}
