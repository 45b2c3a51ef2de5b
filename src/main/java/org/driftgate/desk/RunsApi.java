package org.driftgate.desk;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.driftgate.process.RebalancingRuns;
import org.driftgate.process.TaskHours;
import org.driftgate.run.Bucket;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.run.Run;
import org.driftgate.run.RunRequest;
import org.driftgate.run.RunSource;
import org.driftgate.run.Runs;
import org.driftgate.shared.HouseholdId;
import org.driftgate.shared.PersonId;
import org.driftgate.shared.RunId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs over the firm's households. */
@RestController
@RequestMapping("/api/runs")
@Tag(name = "Runs")
class RunsApi {

    private static final int SHOWN = 50;

    private final RebalancingRuns process;
    private final Runs runs;
    private final Cases cases;
    private final OpenRuns openRuns;
    private final RunRecord record;
    private final TaskHours taskHours;

    RunsApi(RebalancingRuns process, Runs runs, Cases cases, OpenRuns openRuns, RunRecord record, TaskHours taskHours) {
        this.process = process;
        this.runs = runs;
        this.cases = cases;
        this.openRuns = openRuns;
        this.record = record;
        this.taskHours = taskHours;
    }

    @GetMapping
    @Operation(summary = "The newest runs, newest first")
    List<RunAnswer> newest(Authentication who) {
        var viewer = Viewer.of(who);
        return runs.recent(SHOWN).stream().map(run -> answer(run, viewer)).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One run: its state and its households by bucket")
    RunAnswer one(@PathVariable String id, Authentication who) {
        return answer(openRuns.find(id), Viewer.of(who));
    }

    @GetMapping("/{id}/timeline")
    @Operation(summary = "Everything recorded about a run as such, oldest first; its cases have their own timelines")
    List<CasesApi.TimelineAnswer> timeline(@PathVariable String id) {
        return record.of(openRuns.find(id).id()).stream()
                .map(CasesApi.TimelineAnswer::of)
                .toList();
    }

    @GetMapping("/{id}/tasks")
    @Operation(
            summary =
                    "How many tasks of a run people completed, by task, and how long those were open in business time")
    Map<String, TaskHours.Completed> tasks(@PathVariable String id) {
        return taskHours.ofRun(openRuns.find(id).id());
    }

    @PostMapping
    @Operation(summary = "Start a run for the whole firm or for some households")
    ResponseEntity<Started> start(@Valid @RequestBody RunBody body, Authentication who) {
        RunId id = process.start(
                new RunRequest(RunSource.EVENT, new PersonId(who.getName()), body.reason(), body.householdsInScope()));
        return ResponseEntity.created(URI.create("/api/runs/" + id)).body(new Started(id.value()));
    }

    private RunAnswer answer(Run run, Viewer viewer) {
        Map<CaseState, Long> states = cases.search(run.id(), null).stream()
                .collect(groupingBy(RebalancingCase::state, () -> new EnumMap<>(CaseState.class), counting()));
        return new RunAnswer(
                run.id().value(),
                run.state().name(),
                run.request().source().name(),
                run.request().requestedBy().value(),
                run.request().reason(),
                run.startedAt(),
                run.finishedAt(),
                record.abortReason(run, viewer),
                run.counts().values().stream().mapToInt(Integer::intValue).sum(),
                run.counts(),
                states);
    }

    enum Scope {
        ALL,
        HOUSEHOLDS
    }

    record RunBody(
            @NotNull Scope scope,
            @Nullable List<@NotBlank String> households,
            @NotBlank String reason) {

        List<HouseholdId> householdsInScope() {
            boolean named = households != null && !households.isEmpty();
            if (scope == Scope.ALL && named) throw Answers.badField("households", "must be left out with scope ALL");
            if (scope == Scope.ALL) return List.of();
            if (!named || households == null)
                throw Answers.badField("households", "must name at least one with scope HOUSEHOLDS");
            return households.stream().distinct().map(HouseholdId::new).toList();
        }
    }

    record Started(String id) {}

    /** {@code cases} counts the run's cases by state, {@code buckets} its households. */
    record RunAnswer(
            String id,
            String state,
            String source,
            String requestedBy,
            String reason,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String abortReason,
            int households,
            Map<Bucket, Integer> buckets,
            Map<CaseState, Long> cases) {}
}
