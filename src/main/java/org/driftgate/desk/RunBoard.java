package org.driftgate.desk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.driftgate.review.Reviews;
import org.driftgate.run.Bucket;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.run.Run;
import org.driftgate.run.Runs;
import org.driftgate.security.Disclosed;
import org.driftgate.shared.HouseholdId;
import org.springframework.stereotype.Component;

/** Puts the page of a run together: every household of it in one list, with tiles that count and filter. */
@Component
class RunBoard {

    private final Runs runs;
    private final Cases cases;
    private final Reviews reviews;
    private final DeskSettings settings;

    RunBoard(Runs runs, Cases cases, Reviews reviews, DeskSettings settings) {
        this.runs = runs;
        this.cases = cases;
        this.reviews = reviews;
        this.settings = settings;
    }

    Board of(Run run, RunFilter filter, Viewer viewer) {
        List<HouseholdRow> seen = rows(run).stream()
                .filter(row -> viewer.maySee(row.outcome().adviser()))
                .toList();
        List<HouseholdRow> counted = seen.stream().filter(filter::showsAdviser).toList();
        List<HouseholdRow> shown = counted.stream().filter(filter::shows).toList();
        shown.forEach(RunBoard::disclose);
        List<String> advisers =
                seen.stream().map(HouseholdRow::adviser).distinct().sorted().toList();
        return new Board(
                run,
                advisers,
                bucketTiles(counted, filter),
                stateTiles(counted, filter),
                withViews(shown),
                counted.size());
    }

    private static void disclose(HouseholdRow row) {
        Disclosed.add(row.outcome().household());
        if (row.about() != null) Disclosed.add(row.about().id());
    }

    private List<HouseholdRow> rows(Run run) {
        Map<HouseholdId, RebalancingCase> byHousehold = cases.search(run.id(), null).stream()
                .collect(Collectors.toMap(about -> about.id().household(), Function.identity()));
        return runs.outcomes(run.id()).stream()
                .map(outcome -> new HouseholdRow(outcome, byHousehold.get(outcome.household()), null))
                .sorted(Comparator.comparingInt(HouseholdRow::urgency).thenComparing(HouseholdRow::household))
                .toList();
    }

    private List<HouseholdRow> withViews(List<HouseholdRow> rows) {
        long underWay = rows.stream().filter(HouseholdRow::isUnderWay).count();
        if (underWay > settings.openBlocks()) return rows;
        return rows.stream().map(this::withView).toList();
    }

    private HouseholdRow withView(HouseholdRow row) {
        if (row.about() == null || !row.isUnderWay()) return row;
        return row.with(reviews.view(row.about().id()));
    }

    private static List<Tile> bucketTiles(List<HouseholdRow> rows, RunFilter filter) {
        Map<Bucket, Long> counts =
                rows.stream().collect(Collectors.groupingBy(row -> row.outcome().bucket(), Collectors.counting()));
        return Arrays.stream(Bucket.values())
                .map(bucket -> new Tile(
                        bucket.label(),
                        counts.getOrDefault(bucket, 0L),
                        filter.toggled(bucket),
                        filter.bucket() == bucket,
                        "bucket"))
                .toList();
    }

    private static List<Tile> stateTiles(List<HouseholdRow> rows, RunFilter filter) {
        Map<CaseState, Long> counts = rows.stream()
                .map(HouseholdRow::about)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(RebalancingCase::state, Collectors.counting()));
        return Arrays.stream(CaseState.values())
                .filter(state -> counts.containsKey(state) || filter.state() == state)
                .map(state -> new Tile(
                        state.label(),
                        counts.getOrDefault(state, 0L),
                        filter.toggled(state),
                        filter.state() == state,
                        state == CaseState.EXCEPTION || state == CaseState.BREAK
                                ? "bad"
                                : state.isClosed() ? "closed" : "open"))
                .toList();
    }

    /** {@code total} counts the households before bucket and state are narrowed. */
    record Board(
            Run run,
            List<String> advisers,
            List<Tile> buckets,
            List<Tile> states,
            List<HouseholdRow> rows,
            int total) {}
}
