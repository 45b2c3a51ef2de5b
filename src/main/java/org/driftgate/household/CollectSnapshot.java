package org.driftgate.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.run.Cases;
import org.driftgate.run.Runs;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what the portfolio source reports and keeps it whole, or not at all. */
@Component
public class CollectSnapshot {

    private static final int PROBLEMS_IN_THE_RECORD = 100;

    private final PortfolioSource source;
    private final Snapshots snapshots;
    private final SnapshotRules rules;
    private final Runs runs;
    private final Cases cases;
    private final AuditLog audit;

    CollectSnapshot(
            PortfolioSource source, Snapshots snapshots, SnapshotRules rules, Runs runs, Cases cases, AuditLog audit) {
        this.source = source;
        this.snapshots = snapshots;
        this.rules = rules;
        this.runs = runs;
        this.cases = cases;
        this.audit = audit;
    }

    /** For every household of the run. Repeating it returns the snapshot that the run already has. */
    @Transactional
    public Outcome forRun(RunId run) {
        Optional<SnapshotId> kept = snapshots.ofRun(run);
        if (kept.isPresent()) return new Outcome.Collected(kept.get(), snapshots.householdCount(kept.get()));
        List<HouseholdId> scope = runs.find(run).request().households();
        var rejection = AuditEntry.ofRun(AuditEvent.SNAPSHOT_REJECTED, run, Map.of());
        PortfolioSource.Answer answer = source.collect(scope);
        if (answer instanceof PortfolioSource.Answer.Incomplete gaps) return reject(rejection, gaps.problems());
        var complete = (PortfolioSource.Answer.Complete) answer;
        List<String> problems = BookShape.problems(complete.book(), scope);
        if (!problems.isEmpty()) return reject(rejection.from(complete.hash()), problems);
        SnapshotId snapshot = snapshots.keep(run, null, complete);
        return collected(snapshot, complete, AuditEntry.ofRun(AuditEvent.SNAPSHOT_COLLECTED, run, Map.of()));
    }

    /**
     * For the household of one case, later than its run; the case points to the new snapshot afterwards. Whatever
     * validation would hold against the household makes the answer incomplete.
     */
    @Transactional
    public Outcome forCase(CaseId about) {
        List<HouseholdId> scope = List.of(about.household());
        var rejection = AuditEntry.ofCase(AuditEvent.SNAPSHOT_REJECTED, about, Map.of());
        PortfolioSource.Answer answer = source.collect(scope);
        if (answer instanceof PortfolioSource.Answer.Incomplete gaps) return reject(rejection, gaps.problems());
        var complete = (PortfolioSource.Answer.Complete) answer;
        var problems = new ArrayList<>(BookShape.problems(complete.book(), scope));
        rules.findings(complete.book()).forEach(finding -> problems.add(finding.sentence()));
        if (!problems.isEmpty()) return reject(rejection.from(complete.hash()), problems);
        SnapshotId snapshot = snapshots.keep(about.run(), about, complete);
        cases.useSnapshot(about, snapshot);
        return collected(snapshot, complete, AuditEntry.ofCase(AuditEvent.SNAPSHOT_COLLECTED, about, Map.of()));
    }

    private Outcome collected(SnapshotId snapshot, PortfolioSource.Answer.Complete answer, AuditEntry entry) {
        List<Household> households = answer.book().households();
        long accounts = households.stream().mapToLong(h -> h.accounts().size()).sum();
        Map<String, ?> facts = Map.of(
                "snapshot", snapshot.toString(),
                "origin", answer.origin(),
                "households", households.size(),
                "accounts", accounts);
        audit.append(with(entry, facts).from(answer.hash()));
        return new Outcome.Collected(snapshot, households.size());
    }

    private Outcome reject(AuditEntry entry, List<String> problems) {
        audit.append(with(entry, Map.of("problems", firstHundred(problems), "count", problems.size())));
        return new Outcome.Incomplete(problems);
    }

    static List<String> firstHundred(List<String> problems) {
        return problems.subList(0, Math.min(problems.size(), PROBLEMS_IN_THE_RECORD));
    }

    private static AuditEntry with(AuditEntry entry, Map<String, ?> facts) {
        return new AuditEntry(entry.event(), entry.actor(), entry.run(), entry.about(), facts, entry.sourceHash());
    }

    public sealed interface Outcome {

        record Collected(SnapshotId snapshot, int households) implements Outcome {}

        record Incomplete(List<String> problems) implements Outcome {

            public Incomplete {
                problems = List.copyOf(problems);
            }
        }
    }
}
