package org.driftgate.drift;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.run.Bucket;
import org.driftgate.run.HouseholdOutcome;
import org.driftgate.run.Runs;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.Weight;
import org.springframework.stereotype.Component;

/** What the record says about measuring: one entry for every case, one for the run as a whole. */
@Component
class DriftRecord {

    private final AuditLog audit;
    private final Runs runs;
    private final DriftCalculation calculation;

    DriftRecord(AuditLog audit, Runs runs, DriftCalculation calculation) {
        this.audit = audit;
        this.runs = runs;
        this.calculation = calculation;
    }

    void record(RunId run, String sourceHash, List<DriftReport> reports) {
        var byHousehold = new TreeMap<String, DriftReport>();
        reports.forEach(report -> byHousehold.put(report.household().value(), report));
        var counts = new TreeMap<String, Integer>();
        for (HouseholdOutcome outcome : runs.outcomes(run)) {
            counts.merge(outcome.bucket().name(), 1, Integer::sum);
            DriftReport report = byHousehold.get(outcome.household().value());
            if (outcome.bucket() == Bucket.OUT_OF_BAND && report != null)
                record(run, outcome.household(), sourceHash, report);
        }
        Map<String, ?> facts = Map.of(
                "buckets", counts,
                "measured", reports.size(),
                "basis", calculation.basis().name(),
                "totalThreshold", points(calculation.totalThreshold()));
        audit.append(AuditEntry.ofRun(AuditEvent.DRIFT_MEASURED, run, facts).from(sourceHash));
    }

    private void record(RunId run, HouseholdId household, String sourceHash, DriftReport report) {
        Map<String, ?> facts = Map.of(
                "sentence", report.sentence(),
                "value", report.value().toString(),
                "basis", report.basis().name(),
                "totalDrift", points(report.totalDrift()),
                "totalThreshold", points(calculation.totalThreshold()),
                "classes", report.classes().stream().map(DriftRecord::facts).toList(),
                "outsideBelowClasses",
                        report.tiers().stream()
                                .filter(DriftReport.TierDrift::outside)
                                .map(DriftRecord::facts)
                                .toList());
        audit.append(AuditEntry.ofCase(AuditEvent.DRIFT_MEASURED, CaseId.of(run, household), facts)
                .from(sourceHash));
    }

    private static Map<String, ?> facts(DriftReport.ClassDrift drift) {
        return Map.of(
                "assetClass", drift.assetClass().value(),
                "actual", points(drift.actual()),
                "target", points(drift.target()),
                "drift", points(drift.drift()),
                "band", points(drift.band()),
                "outside", drift.outside());
    }

    private static Map<String, ?> facts(DriftReport.TierDrift drift) {
        return Map.of(
                "tier", drift.tier().name(),
                "name", drift.name(),
                "assetClass", drift.assetClass().value(),
                "actual", points(drift.actual()),
                "target", points(drift.target()),
                "drift", points(drift.drift()),
                "band", points(drift.band()));
    }

    private static String points(Weight weight) {
        return weight.inPercent();
    }
}
