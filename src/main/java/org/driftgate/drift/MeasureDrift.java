package org.driftgate.drift;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.driftgate.drift.HouseholdSorting.Sorted;
import org.driftgate.household.Book;
import org.driftgate.household.Finding;
import org.driftgate.household.Snapshots;
import org.driftgate.market.MarketCalendar;
import org.driftgate.run.RunState;
import org.driftgate.run.Runs;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.RunId;
import org.driftgate.shared.SnapshotId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Measures every household of a run, keeps every report, also of those inside their band, and sorts them into buckets. */
@Component
public class MeasureDrift {

    private final Snapshots snapshots;
    private final HouseholdSorting sorting;
    private final DriftCalculation calculation;
    private final DriftLog log;
    private final DriftRecord drifts;
    private final Runs runs;
    private final MarketCalendar market;

    MeasureDrift(
            Snapshots snapshots,
            HouseholdSorting sorting,
            DriftCalculation calculation,
            DriftLog log,
            DriftRecord drifts,
            Runs runs,
            MarketCalendar market) {
        this.snapshots = snapshots;
        this.sorting = sorting;
        this.calculation = calculation;
        this.log = log;
        this.drifts = drifts;
        this.runs = runs;
        this.market = market;
    }

    /** Needs a validated snapshot; repeating it changes nothing. */
    @Transactional
    public void ofRun(RunId run) {
        if (runs.find(run).state() != RunState.COLLECTING) return;
        SnapshotId snapshot = snapshots
                .ofRun(run)
                .orElseThrow(() -> new IllegalStateException("run %s has no snapshot to measure".formatted(run)));
        String hash = snapshots.sourceHash(snapshot);
        List<Sorted> sorted = sort(snapshot);
        List<DriftReport> reports = sorted.stream()
                .flatMap(household -> Stream.ofNullable(household.report()))
                .toList();
        log.keep(run, snapshot, hash, calculation.totalThreshold(), reports);
        runs.sort(run, snapshot, sorted.stream().map(Sorted::outcome).toList());
        drifts.record(run, hash, reports);
    }

    private List<Sorted> sort(SnapshotId snapshot) {
        LocalDate today = market.today();
        Book book = snapshots.whole(snapshot);
        Map<HouseholdId, Finding> quarantine = snapshots.quarantine(snapshot).stream()
                .collect(Collectors.toMap(Finding::household, Function.identity()));
        return book.households().stream()
                .map(household -> sorting.sort(household, book, quarantine.get(household.id()), today))
                .toList();
    }
}
