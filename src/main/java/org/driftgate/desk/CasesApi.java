package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.driftgate.audit.AuditLog;
import org.driftgate.audit.RecordedEntry;
import org.driftgate.run.CaseState;
import org.driftgate.run.Cases;
import org.driftgate.run.RebalancingCase;
import org.driftgate.security.Disclosed;
import org.driftgate.shared.RunId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases: the households of a run that left their band. */
@RestController
@RequestMapping("/api/cases")
@Tag(name = "Cases")
class CasesApi {

    private final Cases cases;
    private final OpenCases openCases;
    private final AuditLog audit;

    CasesApi(Cases cases, OpenCases openCases, AuditLog audit) {
        this.cases = cases;
        this.openCases = openCases;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "Cases, of one run or in one state if asked; advisers get their own households")
    List<CaseAnswer> search(
            @RequestParam(required = false) @Nullable String runId,
            @RequestParam(required = false) @Nullable CaseState state,
            Authentication who) {
        var viewer = Viewer.of(who);
        RunId run = runId == null || runId.isBlank() ? null : new RunId(runId);
        List<RebalancingCase> found =
                cases.search(run, state).stream().filter(viewer::maySee).toList();
        found.forEach(about -> Disclosed.add(about.id()));
        return found.stream().map(CaseAnswer::of).toList();
    }

    @GetMapping("/{caseId}")
    @Operation(summary = "One case and its state")
    CaseAnswer one(@PathVariable String caseId, Authentication who) {
        return CaseAnswer.of(openCases.find(caseId, who));
    }

    @GetMapping("/{caseId}/timeline")
    @Operation(summary = "Everything recorded about a case, oldest first")
    List<TimelineAnswer> timeline(@PathVariable String caseId, Authentication who) {
        return audit.ofCase(openCases.id(caseId, who)).stream()
                .map(TimelineAnswer::of)
                .toList();
    }

    record CaseAnswer(
            String caseId,
            String runId,
            String household,
            String householdName,
            String adviser,
            CaseState state,
            @Nullable String stateReason,
            boolean closed,
            Instant openedAt,
            @Nullable Instant closedAt) {

        static CaseAnswer of(RebalancingCase about) {
            return new CaseAnswer(
                    about.id().value(),
                    about.id().run().value(),
                    about.id().household().value(),
                    about.householdName(),
                    about.adviser().value(),
                    about.state(),
                    about.stateReason(),
                    about.state().isClosed(),
                    about.openedAt(),
                    about.closedAt());
        }
    }

    /** {@code at} is business time; {@code event} the machine's name, {@code what} the people's. */
    record TimelineAnswer(
            long index,
            Instant at,
            Instant recordedAt,
            String event,
            String what,
            String actor,
            Map<String, ?> facts,
            @Nullable String sourceHash) {

        static TimelineAnswer of(RecordedEntry recorded) {
            var entry = recorded.entry();
            return new TimelineAnswer(
                    recorded.index(),
                    recorded.businessTime(),
                    recorded.recordedTime(),
                    entry.event().name(),
                    EventWords.of(entry.event()),
                    entry.actor().value(),
                    entry.facts(),
                    entry.sourceHash());
        }
    }
}
