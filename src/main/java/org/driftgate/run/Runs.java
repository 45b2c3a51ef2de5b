package org.driftgate.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.driftgate.audit.AuditEntry;
import org.driftgate.audit.AuditEvent;
import org.driftgate.audit.AuditLog;
import org.driftgate.market.MarketCalendar;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every run and the bucket of every household in it. */
@Component
public class Runs {

    private final RunTable table;
    private final SortedHouseholds households;
    private final MarketCalendar market;
    private final AuditLog audit;

    Runs(RunTable table, SortedHouseholds households, MarketCalendar market, AuditLog audit) {
        this.table = table;
        this.households = households;
        this.market = market;
        this.audit = audit;
    }

    /** Opens a run under the next free id of the business day and records who asked for it. */
    @Transactional
    public RunId open(RunRequest request) {
        RunId id = table.insert(market.today(), request);
        audit.append(AuditEntry.ofRun(
                        AuditEvent.RUN_STARTED,
                        id,
                        Map.of(
                                "source", request.source().name(),
                                "reason", request.reason(),
                                "households",
                                        request.households().stream()
                                                .map(Object::toString)
                                                .toList()))
                .by(request.requestedBy()));
        return id;
    }

    /** Fails with {@link IllegalArgumentException} when there is no such run. */
    @Transactional(readOnly = true)
    public Run find(RunId id) {
        return table.find(id);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Run> recent(int limit) {
        return table.recent(limit);
    }

    @Transactional(readOnly = true)
    public Optional<Run> newest() {
        return table.recent(1).stream().findFirst();
    }

    /** Ends a run that has no cases yet; repeating it changes nothing. */
    @Transactional
    public void abort(RunId id, String reason) {
        RunState state = table.lock(id);
        if (state == RunState.ABORTED) return;
        requireState(id, state, RunState.COLLECTING, "be aborted");
        table.end(id, RunState.ABORTED, reason);
        audit.append(AuditEntry.ofRun(AuditEvent.RUN_ABORTED, id, Map.of("reason", reason)));
    }

    /**
     * Keeps every household's bucket, and a case in state OPENED for each that is OUT_OF_BAND and has no open case in an
     * earlier run (that one gets ALREADY_OPEN). Repeating it changes nothing.
     */
    @Transactional
    public void sort(RunId id, SnapshotId snapshot, List<HouseholdOutcome> outcomes) {
        RunState state = table.lock(id);
        if (state == RunState.REVIEWING || state == RunState.FINISHED) return;
        requireState(id, state, RunState.COLLECTING, "be sorted");
        households.keep(id, snapshot, outcomes);
        table.moveTo(id, RunState.REVIEWING);
    }

    public List<HouseholdOutcome> outcomes(RunId id) {
        return households.outcomes(id);
    }

    /** Cases whose process has not been started yet, in a fixed order, at most that many. */
    public List<CaseId> notStarted(RunId id, int limit) {
        return households.notStarted(id, limit);
    }

    /** Insert-only mark that the process of a case was started; false when it was already there. */
    @Transactional
    public boolean markStarted(CaseId about) {
        return households.markStarted(about);
    }

    public boolean everyCaseIsClosed(RunId id) {
        return households.openCases(id) == 0;
    }

    /** Ends a run; cases still open go on by themselves and are counted in the record. Repeating it changes nothing. */
    @Transactional
    public void finish(RunId id) {
        RunState state = table.lock(id);
        if (state == RunState.FINISHED) return;
        requireState(id, state, RunState.REVIEWING, "finish");
        table.end(id, RunState.FINISHED, null);
        audit.append(AuditEntry.ofRun(
                AuditEvent.RUN_FINISHED,
                id,
                Map.of("counts", countsByName(table.find(id)), "openCases", households.openCases(id))));
    }

    private static Map<String, Integer> countsByName(Run run) {
        var counts = new java.util.TreeMap<String, Integer>();
        run.counts().forEach((bucket, count) -> counts.put(bucket.name(), count));
        return counts;
    }

    private static void requireState(RunId id, RunState actual, RunState required, String act) {
        if (actual != required)
            throw new IllegalStateException("run %s is %s and cannot %s".formatted(id, actual, act));
    }
}
