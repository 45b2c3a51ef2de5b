package org.driftgate.household;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.run.Runs;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges a run's snapshot: usable with some households quarantined, or not usable at all. */
@Component
public class ValidateSnapshot {

    private final Snapshots snapshots;
    private final SnapshotRules rules;
    private final Runs runs;
    private final AuditLog audit;

    ValidateSnapshot(Snapshots snapshots, SnapshotRules rules, Runs runs, AuditLog audit) {
        this.snapshots = snapshots;
        this.rules = rules;
        this.runs = runs;
        this.audit = audit;
    }

    @Transactional
    public Outcome ofRun(RunId run) {
        SnapshotId snapshot = snapshots
                .ofRun(run)
                .orElseThrow(() -> new IllegalStateException("run %s has no snapshot to validate".formatted(run)));
        Book book = snapshots.whole(snapshot);
        List<Finding> found = rules.findings(book);
        int households = book.households().size();
        long quarantined = quarantined(found);
        if (runs.find(run).request().coversAll())
            found = Stream.concat(rules.tooManyQuarantined(quarantined, households).stream(), found.stream())
                    .toList();
        snapshots.keep(snapshot, found);
        List<Finding> fatal =
                found.stream().filter(finding -> finding.household() == null).toList();
        if (fatal.isEmpty()) return new Outcome.Usable(households, (int) quarantined);
        reject(run, snapshot, found);
        return new Outcome.Unusable(fatal);
    }

    private static long quarantined(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> Stream.ofNullable(finding.household()))
                .distinct()
                .count();
    }

    private void reject(RunId run, SnapshotId snapshot, List<Finding> findings) {
        audit.append(AuditEntry.ofRun(
                        AuditEvent.SNAPSHOT_REJECTED,
                        run,
                        Map.of(
                                "snapshot", snapshot.toString(),
                                "problems",
                                        CollectSnapshot.firstHundred(findings.stream()
                                                .map(Finding::sentence)
                                                .toList())))
                .from(snapshots.sourceHash(snapshot)));
    }

    public sealed interface Outcome {

        record Usable(int households, int quarantined) implements Outcome {}

        /** The findings about the whole; those about single households are kept with the snapshot. */
        record Unusable(List<Finding> findings) implements Outcome {

            public Unusable {
                findings = List.copyOf(findings);
            }
        }
    }
}
