package org.driftgate.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.driftgate.audit.Completeness;
import org.driftgate.run.Run;
import org.driftgate.security.Disclosed;
import org.driftgate.shared.CaseId;
import org.driftgate.shared.HouseholdId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether the record has everything from snapshot to notice log. */
@RestController
@Tag(name = "Operations")
class CompletenessApi {

    private static final int UUID_LENGTH = 36;

    private final OpenRuns runs;
    private final Completeness completeness;

    CompletenessApi(OpenRuns runs, Completeness completeness) {
        this.runs = runs;
        this.completeness = completeness;
    }

    @GetMapping("/api/completeness")
    @Operation(summary = "Every gap in the record of a run; none means complete")
    CompletenessAnswer ofRun(@RequestParam String runId) {
        Run run = runs.find(runId);
        List<Completeness.Gap> gaps = completeness.ofRun(run.id());
        gaps.forEach(gap -> disclose(gap.subject()));
        return new CompletenessAnswer(runId, gaps.isEmpty(), gaps);
    }

    /** Cases and households are named as such; versions, orders and snapshots by a UUID. */
    private static void disclose(String subject) {
        if (subject.contains(".")) Disclosed.add(new CaseId(subject));
        else if (subject.length() < UUID_LENGTH) Disclosed.add(new HouseholdId(subject));
    }

    record CompletenessAnswer(String runId, boolean complete, List<Completeness.Gap> gaps) {}
}
